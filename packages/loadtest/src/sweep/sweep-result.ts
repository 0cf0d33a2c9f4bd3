import type { RunReport, Verdict } from '../report/run-report.js'
import type { Objective, Scenario } from '../scenario/scenario.js'

/** What a sweep found: plain JSON. Rates are arrivals a second. */
export interface SweepResult {
  readonly schemaVersion: 1
  readonly scenario: Scenario
  /** Those that each step was held against: all of the scenario but its throughput. */
  readonly objectives: readonly Objective[]
  /** In the order in which they ran. */
  readonly steps: readonly SweepStep[]
  readonly outcome: SweepOutcome
}

export interface SweepStep {
  readonly rate: number
  readonly phase: SweepPhase
  readonly holds: boolean
  /** What did not hold, one sentence each; empty when all did. */
  readonly because: readonly string[]
  readonly report: RunReport
}

/** Doubling up (or halving down), closing in, running the found rate again, or a doubtful one. */
export type SweepPhase = 'climb' | 'bisect' | 'confirm' | 'repeat'

export type SweepOutcome =
  /** The highest rate at which the objectives hold, and the next one tried, at which they do not. */
  | {
      readonly kind: 'knee'
      readonly rate: number
      readonly failsAt: number
      readonly because: readonly string[]
      /** How often the rate was run again, and held. */
      readonly confirmations: number
    }
  /** The client came to its limit first: the database may do more than `holdsAt`. */
  | {
      readonly kind: 'client'
      readonly holdsAt?: number
      readonly failsAt: number
      readonly verdict: Verdict
    }
  /** All held up to the highest rate that was allowed. */
  | { readonly kind: 'above'; readonly holdsAt: number }
  /** Not even the lowest rate held. */
  | { readonly kind: 'none'; readonly failsAt: number; readonly because: readonly string[] }
  | { readonly kind: 'interrupted'; readonly holdsAt?: number }
