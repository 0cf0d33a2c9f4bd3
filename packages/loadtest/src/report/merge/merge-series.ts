import { Histogram } from '../../histogram/histogram.js'
import type { Load } from '../../scenario/scenario.js'
import type { RunReport, SeriesPoint } from '../run-report.js'
import { stageLabel, stageTimes } from '../stage-time.js'

/** Points of several runs by the clock on the wall: second 0 is where the first of them began. */
export function mergeSeries(load: Load, reports: readonly RunReport[]): readonly SeriesPoint[] {
  const start = Math.min(...reports.map(({ startedAt }) => Date.parse(startedAt)))
  const bySecond = new Map<number, SeriesPoint[]>()
  for (const { startedAt, series } of reports) {
    const offset = Math.round((Date.parse(startedAt) - start) / 1000)
    for (const point of series) {
      const second = point.second + offset
      const points = bySecond.get(second)
      if (points === undefined) bySecond.set(second, [point])
      else points.push(point)
    }
  }
  const times = stageTimes(load)
  return [...bySecond]
    .sort(([a], [b]) => a - b)
    .map(([second, points]) => ({
      ...mergePoints(points),
      second,
      ...stageLabel(times, second),
    }))
}

function mergePoints(
  points: readonly SeriesPoint[],
): Omit<SeriesPoint, 'second' | 'stage' | 'measured'> {
  const sum = (figure: (point: SeriesPoint) => number) =>
    points.reduce((total, point) => total + figure(point), 0)
  const response = new Histogram(2)
  for (const { histogram } of points) response.add(Histogram.decode(histogram))
  const max = Math.max(...points.map((point) => point.max))
  const late = points.filter(({ scheduleLag }) => scheduleLag !== undefined)
  const started = sum(({ scheduleLag, due = 0 }) => (scheduleLag === undefined ? 0 : due))
  const lag = sum(({ scheduleLag = 0, due = 0 }) => scheduleLag * due)
  return {
    ...(points.some(({ due }) => due !== undefined) && { due: sum(({ due = 0 }) => due) }),
    succeeded: sum(({ succeeded }) => succeeded),
    failed: sum(({ failed }) => failed),
    p50: Math.min(max, response.percentile(50)),
    p99: Math.min(max, response.percentile(99)),
    max,
    histogram: response.encode(),
    ...(late.length > 0 && started > 0 && { scheduleLag: lag / started }),
    queue: sum(({ queue }) => queue),
    longestQueue: sum(({ longestQueue }) => longestQueue),
    busyConnections: sum(({ busyConnections }) => busyConnections),
  }
}
