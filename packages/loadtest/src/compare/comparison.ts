/** Two sides of a comparison: `a` is what was, `b` what is new. */
export interface Comparison {
  readonly runs: { readonly a: number; readonly b: number }
  /** Share of comparisons whose interval holds the true difference, such as 0.95. */
  readonly confidence: number
  /**
   * `between runs`: from how runs of one side differ from each other, which is how the next run will
   * differ. `within a run`: from how the seconds of one run differ, because there is only one run on
   * each side: that the next run may differ from this one is not in it.
   */
  readonly basis: 'between runs' | 'within a run'
  readonly differences: readonly Difference[]
  /** What to know before believing them. */
  readonly cautions: readonly string[]
}

export interface Difference {
  /** Missing for all scripts together. */
  readonly script?: string
  readonly statement?: string
  readonly metric: ComparedMetric
  /** Times in microseconds, throughput in transactions a second, errors as a share of 0 to 1. */
  readonly a: number
  readonly b: number
  /** Where b - a lies, in the metric's unit; missing where nothing can be said about it. */
  readonly interval?: Interval
  readonly finding: Finding
}

export type ComparedMetric = 'mean' | 'p50' | 'p90' | 'p99' | 'p999' | 'throughput' | 'errors'

/** Of b: faster, or more, or fewer errors; or the opposite; or neither can be said. */
export type Finding = 'better' | 'worse' | 'no difference seen' | 'not judged'

export interface Interval {
  readonly low: number
  readonly high: number
}
