import type { RunReport, Scenario, Script, StatementStep } from '@lakebase/loadtest'
import type { Advice } from '@lakebase/loadtest/advise'

/** A load test, and what it was a test of. */
export interface JourneyLoadTest {
  /** The scenario's file, or that of the run. */
  readonly source: string
  /** What the figures speak for. Never Lakebase, when the database was one of this machine. */
  readonly saidOf: string
  /** Whether the database was started here, for the moment. */
  readonly isEmbedded: boolean
  /** Share of the workload's rows that were in it; absent when the run does not say. */
  readonly scale?: number
  readonly run: ShownRun
  readonly indexes?: JourneyIndexes
}

/** Which indexes are missing, and what the load was like with them. */
export interface JourneyIndexes {
  readonly advice: Advice
  /** The same load on the same database with every proposal made; absent without proposals. */
  readonly after?: ShownRun
}

/** A run without the values that were sent: they are of the user's tables. */
export type ShownRun = Omit<RunReport, 'scenario'> & { readonly scenario: ShownScenario }
export type ShownScenario = Omit<Scenario, 'scripts'> & {
  readonly scripts: readonly [ShownScript, ...ShownScript[]]
}
export type ShownScript = Omit<Script, 'steps' | 'thinkMs'> & {
  readonly steps: readonly StatementStep[]
}
