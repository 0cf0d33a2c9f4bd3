import { databaseScenarios } from './database-scenarios.js'
import { gatewayScenarios } from './gateway-scenarios.js'
import type { Scenario } from './scenario.js'
import { tokenScenarios } from './token-scenarios.js'

export const SCENARIOS: readonly Scenario[] = [
  ...tokenScenarios,
  ...databaseScenarios,
  ...gatewayScenarios,
]
