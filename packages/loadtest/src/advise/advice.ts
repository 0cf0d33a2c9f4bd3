import type { Plan } from './plan/plan-node.js'

/** What to change, and what to know. Plain JSON. */
export interface Advice {
  readonly schemaVersion: 1
  /** For `--check`. */
  readonly hasProposals: boolean
  /** How indexes were proven; none of them can be proposed without. */
  readonly proof: 'built' | 'hypothetical' | 'built and hypothetical' | 'none'
  /** Of `saved`, `writeCost` and `net`: measured or estimated ms, or the planner's cost. */
  readonly unit: 'ms' | 'cost'
  /** Best first. */
  readonly proposals: readonly Proposal[]
  readonly rejected: readonly Rejection[]
  readonly queries: readonly QueryAdvice[]
  /** Of the database, most important first. */
  readonly findings: readonly AdviceFinding[]
}

export interface Proposal {
  readonly name: string
  readonly schema: string
  readonly table: string
  /** The columns and conditions of the index, as in the statement. */
  readonly definition: string
  /** Is run outside of a transaction. */
  readonly statement: string
  /** Is run behind it: an expression has no statistics before. */
  readonly analyze?: string
  readonly proof: 'built' | 'hypothetical'
  /** As built, or as HypoPG estimates. */
  readonly bytes: number
  /** Weight × time (or cost) that the queries save. */
  readonly saved: number
  /** Weight × time (or cost) of keeping the index up to date. */
  readonly writeCost: number
  /** `saved` minus `writeCost`. */
  readonly net: number
  /** The queries whose plans use it, with their costs. */
  readonly queries: readonly UsedBy[]
  /** Indexes that it makes needless, constraints apart. */
  readonly makesNeedless: readonly string[]
  readonly why: string
}

export interface UsedBy {
  readonly id: string
  readonly costBefore: number
  readonly costAfter: number
}

/** An index that was thought of and is not proposed. */
export interface Rejection {
  readonly schema: string
  readonly table: string
  readonly definition: string
  readonly reason: RejectionReason
  readonly why: string
}

export type RejectionReason =
  /** An index that does the same is there. */
  | 'exists'
  /** Postgres does not make it. */
  | 'refused'
  | 'too-large'
  /** It could not be tried on this database. */
  | 'unproven'
  /** No plan uses it. */
  | 'unused'
  /** It saves too little, or costs more in writes. */
  | 'little'
  /** A proposal does the same, or better. */
  | 'outdone'
  | 'untried'

export type QueryAdvice = {
  readonly id: string
  readonly sql: string
  readonly weight: number
} & (
  | {
      readonly outcome: 'planned'
      /** With sample values, or generic. */
      readonly planned: 'values' | 'generic'
      readonly before: PlanFigures
      /** With all proposals; the same where none helps. */
      readonly after: PlanFigures
      readonly hints: readonly AdviceFinding[]
    }
  | { readonly outcome: 'failed'; readonly why: string }
)

export interface PlanFigures {
  /** The planner's, a mean over the samples. */
  readonly cost: number
  /** Measured by EXPLAIN ANALYZE, or given; `after` may be an estimate by cost. */
  readonly ms?: number
  readonly isEstimate?: boolean
  /** For the first sample. */
  readonly plan: Plan
}

export interface AdviceFinding {
  /** Stable, LT201 to LT299. */
  readonly ruleId: string
  readonly level: 'error' | 'warn' | 'note'
  readonly message: string
  /** What to do. */
  readonly hint?: string
}
