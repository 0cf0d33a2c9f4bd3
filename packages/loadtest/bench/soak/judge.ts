export interface Sample {
  readonly second: number
  readonly rssMb: number
  /** Mean over its second. */
  readonly lagUs: number
  readonly p50: number
  readonly p99: number
}

/** The series of seconds is kept for the report: so much an hour is no leak. */
const SERIES_MB_AN_HOUR = 40
const SLACK_MB = 8
const LAG_US = 2000

/** What a run that may go on for ever must not do; empty when it does not. */
export function judge(
  samples: readonly Sample[],
  counts: { readonly due: number; readonly succeeded: number; readonly expected: number },
): readonly string[] {
  const half = Math.floor(samples.length / 2)
  const quarter = Math.floor(samples.length / 4)
  const [middle, last] = [samples.slice(quarter, half), samples.slice(-quarter)]
  const grown = median(last.map(({ rssMb }) => rssMb)) - median(middle.map(({ rssMb }) => rssMb))
  const hours = ((last[0]?.second ?? 0) - (middle[0]?.second ?? 0)) / 3600
  const allowed = SLACK_MB + SERIES_MB_AN_HOUR * hours
  const lag = median(last.map(({ lagUs }) => lagUs))
  // Four standard deviations of a Poisson count.
  const spread = 4 * Math.sqrt(counts.expected)
  return [
    ...(grown > allowed
      ? [`memory grew by ${grown.toFixed(1)} MB, ${allowed.toFixed(1)} allowed`]
      : []),
    ...(lag > LAG_US ? [`arrivals are ${lag.toFixed(0)} us late at the end`] : []),
    ...(Math.abs(counts.due - counts.expected) > spread
      ? [`${counts.due} arrivals came, ${counts.expected} were meant`]
      : []),
    ...(counts.succeeded === counts.due
      ? []
      : [`${counts.due - counts.succeeded} did not succeed`]),
  ]
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}
