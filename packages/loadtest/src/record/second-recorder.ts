import { Histogram, type HistogramSnapshot } from '../histogram/histogram.js'
import type { SecondSnapshot } from './recorder-snapshot.js'

/** Counters of one second; written by the recorder, one object a second. */
export interface SecondCounts {
  due: number
  succeeded: number
  failed: number
  lagCount: number
  lagSum: number
  queue: number
  longestQueue: number
  busyConnections: number
}

/**
 * Figures by second. Only the second that is written to has its buckets spread out; those before it
 * keep the ones in use, so that a long run's memory grows by hundreds of bytes a second.
 */
export class SecondRecorder {
  readonly #counts: SecondCounts[] = []
  readonly #closed: (HistogramSnapshot | undefined)[] = []
  readonly #open = new Histogram(2)
  #openSecond = 0

  counts(second: number): SecondCounts {
    return this.#counts[second] ?? this.#begin(second)
  }

  /** `second` is the one of the answer: going back to an earlier one is right, but costs more. */
  succeeded(responseUs: number, second: number): void {
    this.counts(second).succeeded++
    if (second !== this.#openSecond) this.#turnTo(second)
    this.#open.record(responseUs)
  }

  snapshot(second: number): SecondSnapshot | undefined {
    const counts = this.#counts[second]
    if (counts === undefined) return undefined
    const response = second === this.#openSecond ? this.#open.snapshot() : this.#closed[second]
    return { second, ...counts, response: response ?? EMPTY }
  }

  snapshots(): readonly SecondSnapshot[] {
    return this.#counts.flatMap((_, second) => this.snapshot(second) ?? [])
  }

  #begin(second: number): SecondCounts {
    if (!Number.isInteger(second) || second < 0)
      throw new RangeError(`A second is a whole number from 0, not ${second}`)
    const counts = {
      due: 0,
      succeeded: 0,
      failed: 0,
      lagCount: 0,
      lagSum: 0,
      queue: 0,
      longestQueue: 0,
      busyConnections: 0,
    }
    // Filled without holes: an array with holes is slower at each read.
    for (let index = this.#counts.length; index < second; index++) this.#begin(index)
    this.#counts[second] = counts
    return counts
  }

  #turnTo(second: number): void {
    if (this.#open.count > 0) this.#closed[this.#openSecond] = this.#open.snapshot()
    this.#open.reset()
    const again = this.#closed[second]
    if (again !== undefined) this.#open.addSnapshot(again)
    this.#openSecond = second
  }
}

const EMPTY = new Histogram(2).snapshot()
