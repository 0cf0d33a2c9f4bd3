import rules from '../data/scenario-rules.json' with { type: 'json' }

/** What a finding's id means. */
export interface ScenarioRule {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly help: string
}

/** Every rule that `parseScenario` checks beside those of `@lakebase/config`. */
export const scenarioRules: readonly ScenarioRule[] = rules
