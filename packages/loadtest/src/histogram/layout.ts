/** Significant decimal digits: 3 for figures, 2 for the figures of one second. */
export type HistogramDigits = 2 | 3

/** One hour, in microseconds: the longest time that has a bucket. Below 2^32, so that a value fits an unsigned word. */
export const HIGHEST_US = 3_600_000_000

/** log2 of half the sub-buckets: 256 of them tell 2 digits apart, 2,048 tell 3 (HdrHistogram's layout, from unit 1). */
export function halfBits(digits: HistogramDigits): number {
  return digits === 3 ? 10 : 7
}

/** The bucket of a whole number of microseconds from 0 to {@link HIGHEST_US}. */
export function bucketIndex(us: number, half: number): number {
  const shift = 31 - half - Math.clz32(us | ((2 << half) - 1))
  return (shift << half) + (us >>> shift)
}

/** The lowest value of a bucket. */
export function bucketLowest(index: number, half: number): number {
  return (index - (bucketShift(index, half) << half)) * bucketWidth(index, half)
}

/** How many values share a bucket. */
export function bucketWidth(index: number, half: number): number {
  return 2 ** bucketShift(index, half)
}

export function bucketCount(half: number): number {
  return bucketIndex(HIGHEST_US, half) + 1
}

function bucketShift(index: number, half: number): number {
  return Math.max(0, (index >>> half) - 1)
}
