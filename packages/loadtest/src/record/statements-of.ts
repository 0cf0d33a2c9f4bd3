import type { Scenario, StatementStep } from '../scenario/scenario.js'

export interface ScenarioStatement {
  /** Index into the scenario's scripts. */
  readonly script: number
  readonly step: StatementStep
}

/** All statements of all scripts in order: a recorder's `statement` is an index into this list. */
export function statementsOf(scenario: Scenario): readonly ScenarioStatement[] {
  return scenario.scripts.flatMap(({ steps }, script) =>
    steps.flatMap((step) => (step.kind === 'statement' ? [{ script, step }] : [])),
  )
}
