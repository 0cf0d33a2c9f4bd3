import type { Candidate } from '../candidates/candidate.js'
import type { RunSql } from '../run-sql.js'

/** An index that is there for plans and will be gone. */
export interface Trial {
  /** As plans name it; of a partitioned table there is one in each partition. */
  readonly names: readonly string[]
  readonly bytes: number
}

export interface Refusal {
  readonly reason: 'refused' | 'unproven' | 'too-large'
  readonly why: string
}

/** Makes indexes visible to the planner, one way or another. */
export interface Trials {
  readonly kind: 'built' | 'hypothetical'
  /** From now on plans see these new indexes and no others, but for those that are refused. */
  readonly show: (candidates: readonly Candidate[]) => Promise<void>
  /** Takes back what a rollback does not; behind the end of the transaction. */
  readonly close: (runSql: RunSql) => Promise<void>
  /** Of a candidate that was shown once. */
  readonly outcomeOf: (candidate: Candidate) => Trial | Refusal | undefined
}

export function isRefused(outcome: Trial | Refusal | undefined): outcome is Refusal {
  return outcome !== undefined && 'reason' in outcome
}
