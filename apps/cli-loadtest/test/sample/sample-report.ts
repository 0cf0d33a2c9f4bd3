import { Histogram, type RunReport, type ScriptFigures } from '@lakebase/loadtest'
import type { LoadtestReport } from '../../src/report/loadtest-report.js'
import { latencyFrom, latencyOf } from './latency-of.js'
import { logNormal, seeded } from './random.js'
import { sampleScenario } from './sample-scenario.js'
import { simulate } from './simulate.js'

const SECONDS = 60
const simulated = simulate(2000)

function together(histograms: readonly Histogram[]): Histogram {
  const all = new Histogram()
  for (const histogram of histograms) all.add(histogram)
  return all
}

function figuresOf(
  id: string,
  [response, service]: readonly [Histogram, Histogram],
  failed: number,
): ScriptFigures {
  const succeeded = response.count
  return {
    id,
    due: succeeded + failed,
    succeeded,
    failed,
    retries: Math.round(failed / 2),
    perSecond: succeeded / SECONDS,
    rows: succeeded * 2,
    bytesReceived: succeeded * 164,
    bytesSent: succeeded * 41,
    response: latencyOf(response),
    service: latencyOf(service),
    failure: latencyFrom(failed === 0 ? [] : [1200, 1900, 5400]),
  }
}

const scripts = simulated.scripts.map(({ response, service, failed }, index) =>
  figuresOf(sampleScenario.scripts[index]?.id ?? '', [response, service], failed),
)
const failures = simulated.scripts.reduce((sum, { failed }) => sum + failed, 0)
const total = figuresOf(
  'total',
  [
    together(simulated.scripts.map(({ response }) => response)),
    together(simulated.scripts.map(({ service }) => service)),
  ],
  failures,
)
const random = seeded(11)
const draw = (count: number, median: number, spread: number) =>
  latencyFrom(Array.from({ length: count }, () => logNormal(random, median, spread)))

export const sampleRun: RunReport = {
  schemaVersion: 1,
  scenario: sampleScenario,
  startedAt: '2026-11-28T09:00:00.000Z',
  endedAt: '2026-11-28T09:01:10.412Z',
  measuredSeconds: SECONDS,
  complete: true,
  target: { address: 'db.example.com:5432/shop', serverVersion: '17.10', tls: true },
  generator: {
    workers: 2,
    cores: 2,
    cpuShare: 0.212,
    loopUtilization: 0.341,
    loopDelay: draw(4000, 210, 0.4),
    scheduleLag: draw(120_000, 96, 0.5),
    connectionWait: draw(1700, 210_000, 0.6),
    longestQueue: 1702,
  },
  total,
  scripts,
  statements: sampleScenario.scripts.flatMap(({ id, steps }, index) =>
    steps.flatMap((step) =>
      step.kind === 'statement'
        ? [
            {
              script: id,
              id: step.id,
              sql: step.sql,
              executed: scripts[index]?.succeeded ?? 0,
              failed: step.id === 'insert_cart' ? failures : 0,
              rows: (scripts[index]?.succeeded ?? 0) * 2,
              service: scripts[index]?.service ?? latencyFrom([]),
            },
          ]
        : [],
    ),
  ),
  errors: [
    {
      code: '40001',
      script: 'place_order',
      statement: 'insert_cart',
      message: 'could not serialize access due to concurrent update',
      count: failures - 3,
    },
    {
      code: 'timeout',
      script: 'place_order',
      statement: 'insert_cart',
      message: 'no answer within 5000 ms; cancelled on the server',
      count: 3,
    },
  ],
  connecting: { opened: 32, failed: 0, time: draw(32, 4100, 0.3), errors: [] },
  series: simulated.seconds.map(({ second, due, failed, histogram }) => ({
    second,
    stage: second < 10 ? 'warm-up' : 'sale',
    measured: second >= 10,
    due,
    succeeded: histogram.count,
    failed,
    p50: histogram.percentile(50),
    p99: histogram.percentile(99),
    max: histogram.max,
    histogram: histogram.encode(),
    longestQueue: second === 41 ? 1740 : 0,
    scheduleLag: logNormal(random, 96, 0.1),
    queue: second === 41 ? 1702 : 0,
    busyConnections: second === 41 ? 32 : Math.round(1 + random() * 4),
  })),
  server: {
    commits: 120_411,
    rollbacks: failures,
    rowsReturned: 912_000,
    rowsFetched: 401_233,
    rowsWritten: 6011,
    blocksHit: 1_922_301,
    blocksRead: 18_022,
    cacheHit: 0.99071,
    temporaryBytes: 0,
    deadlocks: 0,
    statements: [
      {
        query: 'SELECT o.order_id, o.placed_at, o.total, count(i.*) AS items FROM orders o …',
        calls: 29_911,
        totalMs: 31_222.4,
        meanMs: 1.0438,
        rows: 311_220,
      },
      {
        query: 'SELECT order_id, customer_id, status, total FROM orders WHERE order_id = $1',
        calls: 83_990,
        totalMs: 5022.1,
        meanMs: 0.0598,
        rows: 83_990,
      },
    ],
    waits: [
      { event: 'running', samples: 410 },
      { event: 'Lock:relation', samples: 288 },
      { event: 'IO:DataFileRead', samples: 61 },
    ],
  },
  objectives: [
    {
      objective: { metric: 'latency', percentile: 99, atMostMs: 10 },
      measured: total.response.p99 / 1000,
      holds: false,
    },
    {
      objective: { metric: 'latency', percentile: 50, atMostMs: 2 },
      measured: total.response.p50 / 1000,
      holds: true,
    },
    {
      objective: { metric: 'errors', atMost: 0.001 },
      measured: failures / (total.succeeded + failures),
      holds: true,
    },
    { objective: { metric: 'throughput', atLeast: 1900 }, measured: total.perSecond, holds: true },
  ],
  verdicts: [
    {
      ruleId: 'LT104',
      level: 'warn',
      message: 'the database stood still for 0.9 s at second 41: 1,702 arrivals waited',
      hint: 'look for locks or a checkpoint at 09:00:41; pg_stat_activity of that moment says Lock:relation',
    },
    {
      ruleId: 'LT107',
      level: 'note',
      message:
        '40001 (serialization) was tried again 12 times; the latency of a retried transaction has all its tries',
    },
  ],
  shards: 1,
}

/** A report as `run` writes it. */
export function reportOf(run: RunReport, more: Partial<LoadtestReport> = {}): LoadtestReport {
  const failed = run.objectives.filter(({ holds }) => !holds).length
  const exit =
    failed > 0
      ? ({ code: 1, reason: `${failed} of ${run.objectives.length} objectives not met` } as const)
      : ({ code: 0, reason: 'ok' } as const)
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    kind: 'run',
    generator: 'Lakebase Accelerator',
    version: '0.0.0',
    generatedAt: '2026-11-28T09:01:11.000Z',
    source: 'examples/shop/loadtest.yml',
    run,
    exit,
    ...more,
  }
}
