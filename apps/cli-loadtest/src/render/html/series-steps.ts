import type { SeriesPoint } from '@lakebase/loadtest'

/** One or more seconds of a run as a picture shows them. */
export interface SeriesStep {
  /** Of its middle. */
  readonly second: number
  readonly measured: boolean
  /** A second. */
  readonly due: number | undefined
  readonly succeeded: number
  readonly failed: number
  /** Of the worst of its seconds; undefined when nothing ended well. */
  readonly p50: number | undefined
  readonly p99: number | undefined
  readonly max: number | undefined
  readonly scheduleLag: number | undefined
  readonly queue: number
  readonly busyConnections: number
}

const MOST_STEPS = 300

/** How many seconds stand behind one point of a picture. */
export function secondsAStep(series: readonly SeriesPoint[]): number {
  return Math.max(1, Math.ceil(series.length / MOST_STEPS))
}

/** A long run in at most 300 steps: means of what is counted, the worst of what is timed. */
export function seriesSteps(series: readonly SeriesPoint[]): readonly SeriesStep[] {
  const size = secondsAStep(series)
  return Array.from({ length: Math.ceil(series.length / size) }, (_, index) =>
    step(series.slice(index * size, (index + 1) * size)),
  )
}

function step(points: readonly SeriesPoint[]): SeriesStep {
  const first = points[0]?.second ?? 0
  const last = points.at(-1)?.second ?? first
  const done = points.filter(({ succeeded }) => succeeded > 0)
  const timed = (of: (point: SeriesPoint) => number) => worst(done.map(of))
  return {
    second: (first + last + 1) / 2,
    measured: points.some(({ measured }) => measured),
    due: mean(points.flatMap(({ due }) => (due === undefined ? [] : [due]))),
    succeeded: mean(points.map(({ succeeded }) => succeeded)) ?? 0,
    failed: mean(points.map(({ failed }) => failed)) ?? 0,
    p50: timed(({ p50 }) => p50),
    p99: timed(({ p99 }) => p99),
    max: timed(({ max }) => max),
    scheduleLag: worst(points.flatMap(({ scheduleLag: lag }) => (lag === undefined ? [] : [lag]))),
    queue: worst(points.map(({ queue }) => queue)) ?? 0,
    busyConnections: worst(points.map(({ busyConnections }) => busyConnections)) ?? 0,
  }
}

function mean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function worst(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : Math.max(...values)
}

/** The seconds that are kept out of the figures, as spans. */
export function unmeasuredSpans(
  series: readonly SeriesPoint[],
): readonly (readonly [number, number])[] {
  const spans: [number, number][] = []
  for (const { second, measured } of series) {
    if (measured) continue
    const open = spans.at(-1)
    if (open !== undefined && open[1] === second) open[1] = second + 1
    else spans.push([second, second + 1])
  }
  return spans
}
