/** A sample of p percent seldom has the rows wished for: more are asked for, and cut. */
const MARGIN = 1.2
/** Of the compressed files. A random sample touches all of them, so that of a larger table only a part is sampled. */
const READ_AT_MOST_BYTES = 10e9

/**
 * The percentage to sample so that about `wanted` rows come, from at most 10 GB of files: beyond that
 * the share grows, and the limit ends the reading early.
 */
export function samplePercent(rows: number, wanted: number, deltaBytes: number): number {
  const share = (wanted * MARGIN) / Math.max(rows, 1)
  return Math.min(100, 100 * share * Math.max(1, deltaBytes / READ_AT_MOST_BYTES))
}
