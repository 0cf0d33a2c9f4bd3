import * as v from 'valibot'

const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(31_536_000))
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))
const text = v.string()
const scalar = v.union([v.string(), v.number(), v.boolean(), v.null()])
const bounds = v.tuple([v.number(), v.number()])
const optional = v.exactOptional
/** Sections of which nothing acts; `legacy-keys.json` says why, key by key. */
const ignored = v.nullish(v.record(v.string(), v.unknown()))

const connection = v.strictObject({
  host: text,
  port: optional(v.union([v.number(), text])),
  database: text,
  username: text,
  password: optional(text),
  ssl_mode: optional(text),
  ssl_cert_path: optional(v.nullish(text)),
  ssl_key_path: optional(v.nullish(text)),
  ssl_ca_path: optional(v.nullish(text)),
  initial_pool_size: optional(whole),
  max_pool_size: optional(whole),
  pool_timeout: optional(seconds),
  connection_timeout: optional(seconds),
  query_timeout: optional(seconds),
})

const environment = v.strictObject({
  default_test_duration: optional(seconds),
  warmup_duration: optional(seconds),
  cooldown_duration: optional(seconds),
  metrics_collection_interval: optional(seconds),
  progress_report_interval: optional(seconds),
  max_retries: optional(whole),
  retry_delay: optional(seconds),
  results_directory: optional(text),
  detailed_logging: optional(v.boolean()),
  save_query_results: optional(v.boolean()),
})

const pattern = v.strictObject({
  query_name: text,
  weight: optional(v.pipe(v.number(), v.finite(), v.gtValue(0))),
  think_time: optional(seconds),
  max_execution_time: optional(seconds),
})

const spike = v.strictObject({
  start_time: seconds,
  duration: v.pipe(seconds, v.gtValue(0)),
  spike_connections: v.pipe(whole, v.minValue(1)),
})

const milliseconds = v.pipe(v.number(), v.finite(), v.gtValue(0))

const targets = v.strictObject({
  avg_response_time_ms: optional(milliseconds),
  p50_response_time_ms: optional(milliseconds),
  p90_response_time_ms: optional(milliseconds),
  p95_response_time_ms: optional(milliseconds),
  p99_response_time_ms: optional(milliseconds),
  min_throughput_qps: optional(v.pipe(v.number(), v.finite(), v.minValue(0))),
  max_error_rate_percent: optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
})

const scenario = v.strictObject({
  name: v.pipe(text, v.minLength(1, 'is empty')),
  description: optional(text),
  duration: optional(seconds),
  concurrent_connections: optional(v.pipe(whole, v.minValue(1))),
  ramp_up_duration: optional(seconds),
  ramp_down_duration: optional(seconds),
  spikes: v.nullish(v.array(spike)),
  query_patterns: v.pipe(v.array(pattern), v.minLength(1, 'is empty')),
  performance_targets: v.nullish(targets),
})

const parameter = v.strictObject({
  name: v.pipe(text, v.regex(/^[A-Za-z_]\w*$/, 'a name has letters, digits and _')),
  type: optional(v.picklist(['integer', 'decimal', 'string', 'date', 'boolean', 'integer_array'])),
  generation: optional(
    v.picklist(['static', 'random_range', 'random_choice', 'random_date_range', 'random_array']),
  ),
  value: optional(scalar),
  range: optional(bounds),
  choices: optional(v.array(scalar)),
  start_date: optional(text),
  end_date: optional(text),
  array_size: optional(bounds),
  element_range: optional(bounds),
})

const query = v.strictObject({
  file_path: text,
  parameters: v.nullish(v.array(parameter)),
})

/** The `concurrency_config.yaml` of the accelerator of 2025. */
export const legacySchema = v.strictObject({
  postgres_connection: optional(connection),
  test_environment: v.nullish(environment),
  test_scenarios: v.pipe(v.array(scenario), v.minLength(1, 'is empty')),
  queries: v.record(v.string(), query),
  metrics: ignored,
  alerting: ignored,
  reporting: ignored,
  advanced: ignored,
})

export type LegacyFile = v.InferOutput<typeof legacySchema>
export type LegacyScenario = LegacyFile['test_scenarios'][number]
export type LegacyParameter = v.InferOutput<typeof parameter>
export type LegacyConnection = v.InferOutput<typeof connection>
