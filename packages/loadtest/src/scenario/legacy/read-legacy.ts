import type { Scenario } from '../scenario.js'
import { reportAt, type YamlFile } from '../yaml/yaml-file.js'
import { legacyLoad } from './legacy-load.js'
import { legacyObjectives } from './legacy-objectives.js'
import type { LegacyFile, LegacyScenario } from './legacy-schema.js'
import { legacyScripts } from './legacy-scripts.js'
import { legacyTimeout } from './legacy-timeout.js'
import { reportIgnored } from './report-ignored.js'

/** The old runner's own seed. */
const SEED = 42
const DEFAULT_CONNECT_TIMEOUT_S = 30

/** All scenarios of a file of the old accelerator; those that are told as wrong are left out. */
export function readLegacy(written: LegacyFile, file: YamlFile): readonly Scenario[] {
  reportIgnored(file)
  reportTwice(written.test_scenarios, file)
  reportUnusedQueries(written, file)
  return written.test_scenarios.flatMap((scenario, index) => {
    const found = readOne(scenario, index, written, file)
    return found ? [found] : []
  })
}

function readOne(
  scenario: LegacyScenario,
  index: number,
  written: LegacyFile,
  file: YamlFile,
): Scenario | undefined {
  const path = ['test_scenarios', index] as const
  const { connection_timeout: connectTimeout = DEFAULT_CONNECT_TIMEOUT_S } =
    written.postgres_connection ?? {}
  const { max_retries: retries = 0 } = written.test_environment ?? {}
  const load = legacyLoad(scenario, path, written.test_environment ?? {}, file)
  const [first, ...rest] = legacyScripts(scenario, path, written.queries, file)
  if (!load || !first) return undefined
  const timeoutMs = legacyTimeout(scenario, path, written, file)
  return {
    name: scenario.name,
    ...(scenario.description === undefined ? {} : { description: scenario.description }),
    seed: SEED,
    scripts: [first, ...rest],
    load,
    driver: 'wire',
    connections: Math.max(
      ...load.stages.flatMap(({ fromClients, toClients }) => [fromClients, toClients]),
    ),
    connectTimeoutMs: connectTimeout * 1000,
    ...(timeoutMs === undefined ? {} : { statementTimeoutMs: timeoutMs }),
    maxTries: retries + 1,
    objectives: legacyObjectives(scenario.performance_targets ?? {}),
  }
}

function reportTwice(scenarios: readonly LegacyScenario[], file: YamlFile): void {
  for (const [index, { name }] of scenarios.entries()) {
    if (scenarios.findIndex((one) => one.name === name) === index) continue
    reportAt(
      file,
      ['test_scenarios', index, 'name'],
      'LT018',
      `a second scenario is named "${name}"`,
    )
  }
}

function reportUnusedQueries(
  { queries, test_scenarios: scenarios }: LegacyFile,
  file: YamlFile,
): void {
  const used = new Set(
    scenarios.flatMap((one) => one.query_patterns.map((pattern) => pattern.query_name)),
  )
  for (const name of Object.keys(queries)) {
    if (used.has(name)) continue
    const place = file.source.locate(['queries', name], 'key')
    file.report({
      ruleId: 'LT016',
      level: 'warn',
      message: `no scenario runs the query "${name}"`,
      ...place,
    })
  }
}
