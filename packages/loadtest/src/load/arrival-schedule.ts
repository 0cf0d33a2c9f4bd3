import { Random } from '../generate/random.js'
import { arrivalStream } from '../generate/stream.js'
import type { OpenLoad, RateStage } from '../scenario/scenario.js'
import type { WorkerShare } from './worker-share.js'

interface Segment {
  readonly stage: RateStage
  readonly startMs: number
  /** Arrivals before it, and up to its end. */
  readonly before: number
  readonly until: number
}

/**
 * When the arrivals of one worker are due. All workers walk the same schedule and take every n-th
 * arrival of it, so together they do what one would have done alone.
 */
export class ArrivalSchedule {
  /** Of the next arrival, in ms of the run; infinite behind the last. */
  dueMs = 0
  measured = false
  /** Among the arrivals of all workers, from 0. */
  number = -1
  readonly endMs: number
  readonly #segments: readonly Segment[]
  readonly #gap: () => number
  readonly #step: number
  #segment = 0
  /** On the scale on which one arrival is due for every whole number. */
  #place = 0

  constructor(load: OpenLoad, seed: number, share: WorkerShare) {
    let startMs = 0
    let before = 0
    this.#segments = load.stages.map((stage) => {
      const until = before + ((stage.fromRate + stage.toRate) / 2) * (stage.durationMs / 1000)
      const segment = { stage, startMs, before, until }
      startMs += stage.durationMs
      before = until
      return segment
    })
    this.endMs = startMs
    this.#step = share.count
    this.#gap = load.arrivals === 'constant' ? () => 1 : exponentialGap(seed)
    // At a constant rate the first arrival is due at once; else it waits as those after it do.
    this.#place = load.arrivals === 'constant' ? -1 : 0
    this.#walk(share.index + 1)
  }

  /** Goes on to this worker's next arrival. */
  advance(): void {
    this.#walk(this.#step)
  }

  #walk(arrivals: number): void {
    this.number += arrivals
    for (let walked = 0; walked < arrivals; walked++) this.#place += this.#gap()
    let segment = this.#segments[this.#segment]
    while (segment !== undefined && this.#place >= segment.until)
      segment = this.#segments[++this.#segment]
    this.dueMs = segment === undefined ? Number.POSITIVE_INFINITY : timeOf(segment, this.#place)
    this.measured = segment?.stage.measured ?? false
  }
}

/** Where the straight line of the stage's rate has brought so many arrivals. */
function timeOf({ stage, startMs, before }: Segment, place: number): number {
  const { fromRate, toRate, durationMs } = stage
  const arrivals = place - before
  const slope = (toRate - fromRate) / (durationMs / 1000)
  // The root of fromRate t + slope t² / 2 = arrivals, in the form that holds for a slope of 0 too.
  const root = Math.sqrt(Math.max(0, fromRate * fromRate + 2 * slope * arrivals))
  const seconds = arrivals === 0 ? 0 : (2 * arrivals) / (fromRate + root)
  return startMs + seconds * 1000
}

/** Mean 1; the same for each run of a seed. */
function exponentialGap(seed: number): () => number {
  const random = new Random()
  arrivalStream(seed, 'when')(random, 0)
  return () => -Math.log(1 - random.fraction())
}
