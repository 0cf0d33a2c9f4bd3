import rules from '../data/workload-rules.json' with { type: 'json' }

/** A rule that findings refer to, in words for `lakebase explain`. */
export interface WorkloadRule {
  readonly id: string
  readonly title: string
  /** What goes wrong otherwise. */
  readonly why: string
  /** What to do. */
  readonly help: string
}

/** Every rule of a workload by id, also those that other packages check. */
export const workloadRules: readonly WorkloadRule[] = rules
