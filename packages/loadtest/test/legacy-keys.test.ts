import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseYaml } from '@lakebase/config'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { parseScenario } from '../src/scenario/parse-scenario.js'

const folder = join(import.meta.dirname, '../../../examples/legacy')
const FILE = 'concurrency_config.yaml'
const text = readFileSync(join(folder, FILE), 'utf8')
const env = {
  POSTGRES_HOST: 'db.example.com',
  POSTGRES_DATABASE: 'inn',
  POSTGRES_USERNAME: 'cook',
  POSTGRES_PASSWORD: 'one',
  OTHER: 'two',
}
const readText = (path: string) =>
  existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : undefined

/** What the file comes to, in full; the password is asked for. */
async function outcome(yaml: string) {
  const { scenarios, target, findings } = parseScenario(yaml, FILE, { readText, env })
  const server = target?.kind === 'postgres' ? target.target : undefined
  const errors = findings.filter(({ level }) => level === 'error').map(({ message }) => message)
  return {
    findings,
    errors,
    said: JSON.stringify([scenarios, server, await server?.password?.(), errors]),
  }
}

test('the old file loads unchanged: all its scenarios and the target, nothing at error level', async () => {
  const { scenarios, target, findings } = parseScenario(text, FILE, { readText, env })
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  expect(scenarios?.map(({ name }) => name)).toEqual(['lunch', 'coaches'])
  expect(target).toMatchObject({
    kind: 'postgres',
    target: {
      host: 'db.example.com',
      port: 5432,
      database: 'inn',
      user: 'cook',
      tls: { mode: 'require' },
    },
  })
  const shown = findings.map(
    ({ level, ruleId, line, message }) => `${level} ${ruleId} ${line}: ${message}`,
  )
  await expect(`${shown.join('\n')}\n`).toMatchFileSnapshot('golden/legacy-findings.txt')
  await expect(`${JSON.stringify(scenarios, null, 2)}\n`).toMatchFileSnapshot(
    'golden/legacy-scenarios.json',
  )
})

/**
 * Each key of the old shape. One that acts has another value here, with which the run is another one (or is refused);
 * of the rest a finding says that they do nothing, at the key or at the section that it is in.
 */
const KEYS: Readonly<Record<string, unknown>> = {
  'postgres_connection.host': 'other.example.com',
  'postgres_connection.port': 6432,
  'postgres_connection.database': 'other',
  'postgres_connection.username': 'waiter',
  'postgres_connection.password': `\${OTHER}`,
  'postgres_connection.ssl_mode': 'verify-full',
  'postgres_connection.ssl_cert_path': 'client.pem',
  'postgres_connection.ssl_key_path': 'client.key',
  'postgres_connection.ssl_ca_path': 'queries/target/menu.sql',
  'postgres_connection.initial_pool_size': 'finding',
  'postgres_connection.max_pool_size': 'finding',
  'postgres_connection.pool_timeout': 'finding',
  'postgres_connection.connection_timeout': 16,
  'postgres_connection.query_timeout': 121,
  'test_environment.default_test_duration': 241,
  'test_environment.warmup_duration': 21,
  'test_environment.cooldown_duration': 'finding',
  'test_environment.metrics_collection_interval': 'finding',
  'test_environment.progress_report_interval': 'finding',
  'test_environment.max_retries': 3,
  'test_environment.retry_delay': 'finding',
  'test_environment.results_directory': 'finding',
  'test_environment.detailed_logging': 'finding',
  'test_environment.save_query_results': 'finding',
  'test_scenarios[].name': 'supper',
  'test_scenarios[].description': 'Something else',
  'test_scenarios[].duration': 181,
  'test_scenarios[].concurrent_connections': 25,
  'test_scenarios[].ramp_up_duration': 21,
  'test_scenarios[].ramp_down_duration': 11,
  'test_scenarios[].query_patterns[].query_name': 'dishes',
  'test_scenarios[].query_patterns[].weight': 61,
  'test_scenarios[].query_patterns[].think_time': 0.3,
  'test_scenarios[].query_patterns[].max_execution_time': 40,
  'test_scenarios[].performance_targets.avg_response_time_ms': 41,
  'test_scenarios[].performance_targets.p95_response_time_ms': 121,
  'test_scenarios[].performance_targets.p99_response_time_ms': 251,
  'test_scenarios[].performance_targets.min_throughput_qps': 101,
  'test_scenarios[].performance_targets.max_error_rate_percent': 1.5,
  'test_scenarios[].spikes[].start_time': 61,
  'test_scenarios[].spikes[].duration': 31,
  'test_scenarios[].spikes[].spike_connections': 81,
  'queries.*.file_path': 'queries/target/dishes.sql',
  'queries.*.parameters[].name': 'other',
  'queries.*.parameters[].type': 'integer_array',
  'queries.*.parameters[].generation': 'static',
  'queries.*.parameters[].choices': ['soup'],
  'queries.*.parameters[].range': [6, 41],
  'queries.*.parameters[].start_date': '2025-01-02',
  'queries.*.parameters[].end_date': '2025-12-30',
  'queries.*.parameters[].value': 4,
  'queries.*.parameters[].array_size': [3, 8],
  'queries.*.parameters[].element_range': [1, 501],
  ...Object.fromEntries(
    [
      ...[
        'response_time',
        'throughput',
        'error_rate',
        'connection_metrics',
        'postgres_metrics',
        'system_metrics',
      ].map((key) => `metrics.${key}`),
      ...['enabled', 'real_time_alerts', 'completion_alerts'].map((key) => `alerting.${key}`),
      ...['formats', 'include_sections', 'charts', 'custom_analysis'].map(
        (key) => `reporting.${key}`,
      ),
      ...[
        'connection_strategy',
        'connection_validation',
        'connection_retry_logic',
        'prepared_statements',
      ].map((key) => `advanced.${key}`),
      ...[
        'query_plan_analysis',
        'explain_slow_queries',
        'slow_query_threshold',
        'cleanup_test_data',
      ].map((key) => `advanced.${key}`),
      ...[
        'preserve_temp_tables',
        'debug_mode',
        'verbose_logging',
        'capture_network_traces',
        'save_connection_logs',
      ].map((key) => `advanced.${key}`),
    ].map((key) => [key, 'finding']),
  ),
}

interface Leaf {
  readonly key: string
  readonly path: readonly (string | number)[]
}

/** The sections of which nothing acts are told by their keys, with all that is under them. */
const SHALLOW = /^(?:metrics|alerting|reporting|advanced)\.\w+$/

function leaves(
  value: unknown,
  key = '',
  path: readonly (string | number)[] = [],
): readonly Leaf[] {
  if (SHALLOW.test(key) || /\.(?:choices|range|array_size|element_range)$/.test(key))
    return [{ key, path }]
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => leaves(item, `${key}[]`, [...path, index]))
  }
  if (typeof value !== 'object' || value === null) return [{ key, path }]
  return Object.entries(value).flatMap(([name, inner]) => {
    const shown = key === 'queries' ? '*' : name
    return leaves(inner, key === '' ? shown : `${key}.${shown}`, [...path, name])
  })
}

const plain = parseYaml(v.unknown(), text, FILE).value
const all = leaves(plain)
const firstOf = (key: string) => all.find((leaf) => leaf.key === key)

test('the sample has every key of the table, and the table every key of the sample', () => {
  expect([...new Set(all.map(({ key }) => key))].toSorted()).toEqual(Object.keys(KEYS).toSorted())
})

test.each(Object.entries(KEYS))(
  '%s acts (with %j), or a finding says that it does not',
  async (key, other) => {
    const leaf = firstOf(key)
    if (!leaf) throw new Error(`the sample has no ${key}`)
    const before = await outcome(text)
    if (other === 'finding') {
      const told = before.findings
        .filter(({ ruleId }) => ruleId === 'LT016')
        .map(({ message }) => message)
      expect(
        told.filter((message) => message.startsWith(`${leaf.path.at(-1)} does nothing here: `)),
      ).toHaveLength(1)
      return
    }
    const changed = JSON.stringify(withValue(plain, leaf.path, other))
    expect((await outcome(changed)).said).not.toEqual(before.said)
  },
)

function withValue(
  value: unknown,
  [key, ...rest]: readonly (string | number)[],
  other: unknown,
): unknown {
  if (key === undefined) return other
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? withValue(item, rest, other) : item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === key ? withValue(inner, rest, other) : inner,
    ]),
  )
}

test.each([
  [
    'file_path: "queries/target/menu.sql"',
    'file_path: "queries/target/menü.sql"',
    'LT002',
    'there is no file queries/target/menü.sql',
  ],
  ['query_name: "menu"', 'query_name: "manu"', 'LT001', 'there is no query "manu"'],
  ['name: "course"', 'name: "curse"', 'LT004', 'no statement of "menu" uses the parameter "curse"'],
  [
    'type: "boolean"',
    'type: "string"\n        range: [1, 2]',
    'LT006',
    'range does nothing with random_choice',
  ],
  [
    'generation: "random_range"\n        range: [1, 6]',
    'generation: "random_choice"\n        range: [1, 6]',
    'LT006',
    'random_choice needs choices',
  ],
  [
    'type: "string"\n        generation: "random_choice"',
    'type: "string"\n        generation: "random_range"',
    'LT006',
    'a value of type string is not drawn by random_range',
  ],
  ['range: [1, 6]', 'range: [6, 1]', 'LT007', '6 is above 1: the range is empty'],
  [
    'duration: 180',
    'duration: 30',
    'LT008',
    '30 s are no longer than ramp_up_duration and ramp_down_duration, 30 s',
  ],
  ['start_time: 150', 'start_time: 230', 'LT009', 'the spike ends 20 s behind the load'],
  ['ssl_mode: "require"', 'ssl_mode: "prefer"', 'LT010', 'ssl_mode prefer is not supported'],
  ['POSTGRES_HOST', 'NOBODY', 'LT010', 'the environment has no NOBODY'],
  ['name: "coaches"', 'name: "lunch"', 'LT018', 'a second scenario is named "lunch"'],
  ['debug_mode', 'debg_mode', 'LB003', 'unknown key "debg_mode"'],
  ['ramp_up_duration', 'ramp_up_durations', 'LB003', 'unknown key "ramp_up_durations"'],
])('%j as %j is %s: %s', (right, wrong, ruleId, message) => {
  const { scenarios, findings } = parseScenario(text.replace(right, wrong), FILE, { readText, env })
  expect(scenarios).toBeUndefined()
  expect(findings.find(({ level }) => level === 'error')).toMatchObject({
    ruleId,
    message,
    line: expect.any(Number),
  })
})
