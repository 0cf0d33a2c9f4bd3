import { Histogram, type HistogramSnapshot } from '../histogram/histogram.js'
import type { RunReport, SeriesPoint } from '../report/run-report.js'
import type { ComparedMetric, Interval } from './comparison.js'

/** More would not change an interval by more than its own noise. */
const RESAMPLES = 1000
/** Longer runs are cut into longer blocks, which have more of what seconds have in common in them. */
const MOST_BLOCKS = 60
/** With fewer, the same few are drawn again and again. */
const FEWEST_BLOCKS = 10

interface Block {
  readonly response: HistogramSnapshot
  readonly succeeded: number
  readonly failed: number
  readonly seconds: number
}

/**
 * Intervals of all metrics for one run on each side, by a block bootstrap: as many blocks of
 * consecutive seconds as the run has are drawn from it with replacement, on each side, a thousand
 * times; the middle `confidence` of the differences is the interval. Assumes that blocks are
 * independent of each other and that the run is stationary; the histograms of seconds have 2 digits,
 * so that a difference of 1 % is none.
 *
 * @returns undefined when a run has fewer than 10 measured seconds.
 */
export function withinRun(
  a: RunReport,
  b: RunReport,
  confidence: number,
  seed: number,
): ((metric: ComparedMetric) => Interval | undefined) | undefined {
  const blocksOfA = blocksOf(a)
  const blocksOfB = blocksOf(b)
  if (blocksOfA.length < FEWEST_BLOCKS || blocksOfB.length < FEWEST_BLOCKS) return undefined
  const random = randomOf(seed)
  const drawn = Array.from({ length: RESAMPLES }, () => ({
    a: draw(blocksOfA, random),
    b: draw(blocksOfB, random),
  }))
  return (metric) => {
    const differences = drawn
      .map((pair) => pair.b[metric] - pair.a[metric])
      .sort((left, right) => left - right)
    const out = ((1 - confidence) / 2) * (RESAMPLES - 1)
    return {
      low: differences[Math.floor(out)] ?? 0,
      high: differences[Math.ceil(RESAMPLES - 1 - out)] ?? 0,
    }
  }
}

function blocksOf({ series }: RunReport): readonly Block[] {
  const points = series.filter(({ measured }) => measured)
  const length = Math.max(1, Math.ceil(points.length / MOST_BLOCKS))
  const whole = Math.floor(points.length / length)
  return Array.from({ length: whole }, (_, index) =>
    blockOf(points.slice(index * length, (index + 1) * length)),
  )
}

function blockOf(points: readonly SeriesPoint[]): Block {
  const response = new Histogram(2)
  for (const { histogram } of points) response.add(Histogram.decode(histogram))
  return {
    response: response.snapshot(),
    succeeded: points.reduce((sum, { succeeded }) => sum + succeeded, 0),
    failed: points.reduce((sum, { failed }) => sum + failed, 0),
    seconds: points.length,
  }
}

function draw(blocks: readonly Block[], random: () => number): Figures {
  const response = new Histogram(2)
  let [succeeded, failed, seconds] = [0, 0, 0]
  for (let count = 0; count < blocks.length; count++) {
    const block = blocks[Math.floor(random() * blocks.length)]
    if (block === undefined) continue
    response.addSnapshot(block.response)
    succeeded += block.succeeded
    failed += block.failed
    seconds += block.seconds
  }
  return {
    mean: response.mean,
    p50: response.percentile(50),
    p90: response.percentile(90),
    p99: response.percentile(99),
    p999: response.percentile(99.9),
    throughput: succeeded / seconds,
    errors: failed / Math.max(1, succeeded + failed),
  }
}

type Figures = Readonly<Record<ComparedMetric, number>>

/** mulberry32: the same comparison says the same twice. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
