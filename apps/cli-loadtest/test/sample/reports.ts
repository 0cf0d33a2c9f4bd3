import type { RunReport } from '@lakebase/loadtest'
import type { LoadtestReport } from '../../src/report/loadtest-report.js'
import { latencyFrom } from './latency-of.js'
import { reportOf, sampleRun } from './sample-report.js'

const nothing = latencyFrom([])
const [first] = sampleRun.scripts

/** A closed loop without objectives, verdicts or errors, on a server that shows nothing of itself. */
const closed: RunReport = {
  ...sampleRun,
  scenario: {
    ...sampleRun.scenario,
    name: 'one client',
    load: {
      model: 'closed',
      stages: [{ name: 'all', durationMs: 70_000, fromClients: 1, toClients: 1, measured: true }],
    },
  },
  scripts: first ? [first] : [],
  statements: sampleRun.statements.slice(0, 1),
  errors: [],
  objectives: [],
  verdicts: [],
  total: { ...sampleRun.total, failed: 0, retries: 0 },
  generator: {
    workers: 1,
    cores: 2,
    cpuShare: 0.9,
    loopUtilization: 0.97,
    loopDelay: sampleRun.generator.loopDelay,
    longestQueue: 0,
  },
  series: sampleRun.series.map(
    ({ second, stage, succeeded, p50, p99, max, histogram, busyConnections, failed }) => ({
      ...{ second, stage, succeeded, p50, p99, max, histogram, busyConnections, failed },
      longestQueue: 0,
      measured: true,
      queue: 0,
    }),
  ),
}
const { server: _, ...unseen } = closed

/** Nothing ended well: a run against a server that refuses. */
const broken: RunReport = {
  ...sampleRun,
  complete: false,
  total: {
    ...sampleRun.total,
    succeeded: 0,
    failed: 12,
    perSecond: 0,
    response: nothing,
    service: nothing,
  },
  scripts: sampleRun.scripts.map((script) => ({
    ...script,
    ...{ succeeded: 0, failed: 4, perSecond: 0, response: nothing, service: nothing },
  })),
  statements: sampleRun.statements.map((statement) => ({
    ...statement,
    ...{ executed: 0, failed: 4, rows: 0, service: nothing },
  })),
  errors: [
    {
      code: '42P01',
      script: 'order_by_id',
      message: 'relation "orders" does not exist',
      count: 12,
    },
  ],
  connecting: {
    ...{ opened: 3, failed: 29, time: nothing },
    errors: [{ code: '53300', message: 'sorry, too many clients already', count: 29 }],
  },
  series: sampleRun.series.slice(0, 3).map((point) => ({
    ...point,
    ...{ succeeded: 0, failed: 4, p50: 0, p99: 0, max: 0 },
  })),
  objectives: sampleRun.objectives.map(({ objective }) => ({ objective, holds: false })),
}

/** Half an hour: 1,800 seconds. */
const long: RunReport = {
  ...sampleRun,
  measuredSeconds: 1800,
  series: Array.from({ length: 1800 }, (_point, second) => {
    const point = sampleRun.series[second % sampleRun.series.length]
    return point === undefined ? [] : [{ ...point, second, measured: true }]
  }).flat(),
}

/** Runs of every kind, by what is special about them. */
export const REPORTS: Readonly<Record<string, LoadtestReport>> = {
  'a stall in an open loop': reportOf(sampleRun, {
    cost: {
      ...{ cu: 4, cloud: 'aws', region: 'us-east-1', tier: 'PREMIUM', rateCard: '2026-04-10' },
      ...{ usdPerHour: 0.368, usd: 0.006133, usdPerMillion: 0.0511 },
    },
  }),
  'a quiet closed loop': reportOf(unseen),
  'nothing ended well': reportOf(broken),
  'half an hour': reportOf(long),
}
