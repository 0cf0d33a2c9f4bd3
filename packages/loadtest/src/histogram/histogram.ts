import { LoadtestError } from '../loadtest-error.js'
import { decodeHistogram, encodeHistogram } from './encode-histogram.js'
import {
  bucketCount,
  bucketIndex,
  bucketLowest,
  bucketWidth,
  HIGHEST_US,
  type HistogramDigits,
  halfBits,
} from './layout.js'

const HIGHEST_UINT32 = 0xffff_ffff

/** Plain data of a histogram: it can be cloned to another thread, and nothing in it is rounded. */
export interface HistogramSnapshot {
  readonly digits: HistogramDigits
  /** The buckets that count something, and how much each. */
  readonly indexes: Uint16Array
  readonly counts: Uint32Array | Float64Array
  readonly beyond: number
  readonly sum: number
  readonly min: number
  readonly max: number
}

/**
 * Counts times in microseconds, as HdrHistogram does: buckets that are at most 0.1 % wide (3 digits;
 * 1 % with 2) from 1 µs to 1 h, so that histograms of workers and machines add up to what one would
 * have counted. Minimum, maximum and mean are exact until the histogram is encoded.
 */
export class Histogram {
  readonly digits: HistogramDigits
  readonly #half: number
  #counts: Uint32Array | Float64Array
  #count = 0
  #beyond = 0
  #sum = 0
  #min = Number.POSITIVE_INFINITY
  #max = 0

  constructor(digits: HistogramDigits = 3) {
    this.digits = digits
    this.#half = halfBits(digits)
    this.#counts = new Uint32Array(bucketCount(this.#half))
  }

  /**
   * Counts one time, rounded to a whole microsecond. A time above one hour has no bucket: it counts
   * in {@link beyond}, {@link count}, {@link mean} and {@link max}.
   *
   * @throws RangeError for what is no time: negative or not a number.
   */
  record(us: number): void {
    const value = (us + 0.5) >>> 0
    if (us >= 0 && us <= HIGHEST_US) {
      const index = bucketIndex(value, this.#half)
      const next = (this.#counts[index] ?? 0) + 1
      this.#counts[index] = next
      if (next > HIGHEST_UINT32) this.#widen(index, next)
      this.#count++
      this.#sum += value
      if (value < this.#min) this.#min = value
      if (value > this.#max) this.#max = value
    } else this.#recordBeyond(us)
  }

  /** Counts one whole number of microseconds, of at most an hour, several times. */
  recordMany(us: number, count: number): void {
    if (!(us >= 0 && us <= HIGHEST_US) || !Number.isInteger(us))
      throw new RangeError(`Expected whole microseconds up to one hour, not ${us}`)
    if (count === 0) return
    this.#raise(bucketIndex(us, this.#half), count)
    this.#count += count
    this.#sum += us * count
    this.#min = Math.min(this.#min, us)
    this.#max = Math.max(this.#max, us)
  }

  /** @throws LoadtestError `HISTOGRAM` when the other has more or fewer digits. */
  add(other: Histogram): void {
    this.addSnapshot(other.snapshot())
  }

  /** @throws LoadtestError `HISTOGRAM` when the other has more or fewer digits. */
  addSnapshot(other: HistogramSnapshot): void {
    if (other.digits !== this.digits)
      throw new LoadtestError(
        'HISTOGRAM',
        `A histogram of ${other.digits} digits cannot be added to one of ${this.digits}`,
      )
    let counted = other.beyond
    other.indexes.forEach((bucket, index) => {
      const count = other.counts[index] ?? 0
      counted += count
      this.#raise(bucket, count)
    })
    if (counted === 0) return
    this.#count += counted
    this.#beyond += other.beyond
    this.#sum += other.sum
    this.#min = Math.min(this.#min, other.min)
    this.#max = Math.max(this.#max, other.max)
  }

  /** How many times were recorded, those beyond one hour too. */
  get count(): number {
    return this.#count
  }

  /** How many of them were above one hour. */
  get beyond(): number {
    return this.#beyond
  }

  /** 0 when there are none. */
  get min(): number {
    return this.#count === 0 ? 0 : this.#min
  }

  /** 0 when there are none. */
  get max(): number {
    return this.#max
  }

  /** 0 when there are none. */
  get mean(): number {
    return this.#count === 0 ? 0 : this.#sum / this.#count
  }

  /**
   * The time that `p` percent of the recorded ones do not exceed: the upper end of its bucket, or the
   * maximum where that is less; the minimum for 0 percent; 0 when there are none.
   *
   * @throws RangeError unless `p` is 0 to 100.
   */
  percentile(p: number): number {
    if (!(p >= 0 && p <= 100)) throw new RangeError(`A percentile is 0 to 100, not ${p}`)
    if (p === 0) return this.min
    // 99.9 % of 1,000 is 999: what binary fractions add to that must not make it 1,000.
    const rank = Math.max(1, Math.ceil(((p * this.#count) / 100) * (1 - 4 * Number.EPSILON)))
    let seen = 0
    for (let index = 0; index < this.#counts.length; index++) {
      seen += this.#counts[index] ?? 0
      if (seen >= rank) return Math.min(this.#max, this.#span(index).to)
    }
    return this.#max
  }

  /** The bucket that a time of at most one hour falls into. */
  bucketOf(us: number): { readonly from: number; readonly to: number } {
    return this.#span(bucketIndex(us, this.#half))
  }

  /** Buckets that count something, lowest first: the values `from` … `to` share one. */
  *buckets(): Generator<{ readonly from: number; readonly to: number; readonly count: number }> {
    for (let index = 0; index < this.#counts.length; index++) {
      const count = this.#counts[index] ?? 0
      if (count === 0) continue
      yield { ...this.#span(index), count }
    }
  }

  /** Forgets all, and keeps the memory. */
  reset(): void {
    this.#counts.fill(0)
    this.#count = this.#beyond = this.#sum = this.#max = 0
    this.#min = Number.POSITIVE_INFINITY
  }

  snapshot(): HistogramSnapshot {
    const indexes: number[] = []
    for (let index = 0; index < this.#counts.length; index++)
      if (this.#counts[index] !== 0) indexes.push(index)
    const counts = indexes.map((index) => this.#counts[index] ?? 0)
    return {
      digits: this.digits,
      indexes: Uint16Array.from(indexes),
      counts:
        this.#counts instanceof Uint32Array ? Uint32Array.from(counts) : Float64Array.from(counts),
      beyond: this.#beyond,
      sum: this.#sum,
      min: this.min,
      max: this.#max,
    }
  }

  /** HdrHistogram's V2 compressed form in base64; {@link beyond} is not in it, nor the exact mean. */
  encode(): string {
    return encodeHistogram(this.digits, this.#counts)
  }

  /**
   * Reads what {@link encode}, or Java's HdrHistogram of 2 or 3 digits and unit 1, has written.
   *
   * @throws LoadtestError `HISTOGRAM` with what is wrong with the text.
   */
  static decode(text: string): Histogram {
    const { digits, counts } = decodeHistogram(text, (d) => bucketCount(halfBits(d)))
    const histogram = new Histogram(digits)
    for (let index = 0; index < counts.length; index++) {
      const count = counts[index] ?? 0
      if (count > 0) histogram.#addBucket(index, count)
    }
    return histogram
  }

  #addBucket(index: number, count: number): void {
    const { from, to } = this.#span(index)
    this.#raise(index, count)
    this.#count += count
    this.#sum += count * ((from + to) / 2)
    this.#min = Math.min(this.#min, from)
    this.#max = Math.max(this.#max, to)
  }

  #span(index: number): { readonly from: number; readonly to: number } {
    const from = bucketLowest(index, this.#half)
    return { from, to: from + bucketWidth(index, this.#half) - 1 }
  }

  #raise(index: number, count: number): void {
    const next = (this.#counts[index] ?? 0) + count
    this.#counts[index] = next
    if (next > HIGHEST_UINT32) this.#widen(index, next)
  }

  /** A bucket that would wrap around turns all into 53-bit counts. */
  #widen(index: number, count: number): void {
    if (this.#counts instanceof Uint32Array) this.#counts = Float64Array.from(this.#counts)
    this.#counts[index] = count
  }

  #recordBeyond(us: number): void {
    if (!(us >= 0)) throw new RangeError(`A time is 0 microseconds or more, not ${us}`)
    this.#beyond++
    this.#count++
    this.#sum += us
    if (us < this.#min) this.#min = us
    if (us > this.#max) this.#max = us
  }
}
