import * as v from 'valibot'
import { scenarioSchema } from './scenario-schema.js'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const amount = v.pipe(v.number(), v.minValue(0))
const instant = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)), 'Expected an instant as ISO 8601 has it'),
)

const latency = v.object({
  count,
  mean: amount,
  min: amount,
  max: amount,
  p50: amount,
  p75: amount,
  p90: amount,
  p95: amount,
  p99: amount,
  p999: amount,
  p9999: amount,
  beyond: v.exactOptional(count),
  histogram: v.string(),
})

const generator = v.object({
  workers: count,
  cores: count,
  cpuShare: amount,
  loopUtilization: amount,
  loopDelay: latency,
  scheduleLag: v.exactOptional(latency),
  connectionWait: v.exactOptional(latency),
  longestQueue: count,
})

const script = v.object({
  id: v.string(),
  due: v.exactOptional(count),
  succeeded: count,
  failed: count,
  retries: count,
  perSecond: amount,
  rows: count,
  bytesReceived: count,
  bytesSent: count,
  response: latency,
  service: latency,
  failure: latency,
})

const statement = v.object({
  script: v.string(),
  id: v.string(),
  sql: v.string(),
  executed: count,
  failed: count,
  rows: count,
  service: latency,
})

const failure = v.object({ code: v.string(), message: v.string(), count })

const point = v.object({
  second: count,
  stage: v.string(),
  measured: v.boolean(),
  due: v.exactOptional(count),
  succeeded: count,
  failed: count,
  p50: amount,
  p99: amount,
  max: amount,
  histogram: v.string(),
  scheduleLag: v.exactOptional(amount),
  queue: count,
  longestQueue: count,
  busyConnections: count,
})

const objectiveScript = { script: v.exactOptional(v.string()) }
const objective = v.variant('metric', [
  v.object({
    metric: v.literal('latency'),
    percentile: v.number(),
    atMostMs: v.number(),
    ...objectiveScript,
  }),
  v.object({ metric: v.literal('mean'), atMostMs: v.number(), ...objectiveScript }),
  v.object({ metric: v.literal('errors'), atMost: v.number(), ...objectiveScript }),
  v.object({ metric: v.literal('throughput'), atLeast: v.number(), ...objectiveScript }),
])

const server = v.object({
  commits: count,
  rollbacks: count,
  rowsReturned: count,
  rowsFetched: count,
  rowsWritten: count,
  blocksHit: count,
  blocksRead: count,
  cacheHit: v.exactOptional(amount),
  temporaryBytes: count,
  deadlocks: count,
  statements: v.exactOptional(
    v.array(
      v.object({ query: v.string(), calls: count, totalMs: amount, meanMs: amount, rows: count }),
    ),
  ),
  waits: v.exactOptional(v.array(v.object({ event: v.string(), samples: count }))),
})

/** A report as it stands in a file. */
export const reportSchema = v.object({
  schemaVersion: v.literal(1),
  scenario: scenarioSchema(objective),
  startedAt: instant,
  endedAt: instant,
  measuredSeconds: amount,
  complete: v.boolean(),
  target: v.object({ address: v.string(), serverVersion: v.string(), tls: v.boolean() }),
  generator,
  total: script,
  scripts: v.array(script),
  statements: v.array(statement),
  errors: v.array(
    v.object({ ...failure.entries, script: v.string(), statement: v.exactOptional(v.string()) }),
  ),
  connecting: v.object({ opened: count, failed: count, time: latency, errors: v.array(failure) }),
  series: v.array(point),
  server: v.exactOptional(server),
  objectives: v.array(
    v.object({ objective, measured: v.exactOptional(v.number()), holds: v.boolean() }),
  ),
  verdicts: v.array(
    v.object({
      ruleId: v.string(),
      level: v.picklist(['error', 'warn', 'note']),
      message: v.string(),
      hint: v.exactOptional(v.string()),
    }),
  ),
  shards: count,
  shard: v.exactOptional(v.object({ index: count, count })),
})
