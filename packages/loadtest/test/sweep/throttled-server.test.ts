import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runScenario } from '../../src/run-scenario.js'
import type { Scenario } from '../../src/scenario/scenario.js'
import { sweep } from '../../src/sweep/sweep.js'
import type { SweepResult } from '../../src/sweep/sweep-result.js'

const CONNECTIONS = 4
const SLEEP_SECONDS = 0.02
const STEP = 0.3

let server: LocalPostgres
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.stop())

/** What four connections can do on which each transaction sleeps for 20 ms: 200 a second. */
const throttled: Scenario = {
  name: 'throttled',
  seed: 1,
  scripts: [
    {
      id: 'sleep',
      weight: 1,
      variables: [],
      steps: [
        {
          kind: 'statement',
          id: 'sleep',
          sql: `SELECT pg_sleep(${SLEEP_SECONDS})`,
          parameters: [],
        },
      ],
    },
  ],
  load: {
    model: 'open',
    arrivals: 'constant',
    stages: [{ name: 'hold', durationMs: 1000, fromRate: 1, toRate: 1, measured: true }],
  },
  driver: 'wire',
  connections: CONNECTIONS,
  connectTimeoutMs: 10_000,
  maxTries: 1,
  objectives: [{ metric: 'latency', percentile: 90, atMostMs: 200 }],
}

function sweepOf(workers: number): Promise<SweepResult> {
  const { host, port, user } = server
  const target = { host, port, user, database: 'postgres', tls: false } as const
  return sweep(throttled, {
    run: (step) => runScenario(step, target, { workers, serverFigures: false }),
    startRate: 128,
    resolution: STEP,
    stepSeconds: 2,
    warmUpSeconds: 1,
    confirmations: 0,
  })
}

test('the knee of a server of known capacity is found within one step', async () => {
  const { outcome } = await sweepOf(1)
  // On a machine that has no processor left for the client, that is the right answer.
  if (outcome.kind === 'client') return expect(outcome.verdict.ruleId).toBe('LT101')
  const capacity = CONNECTIONS / SLEEP_SECONDS
  expect(outcome).toMatchObject({ kind: 'knee' })
  if (outcome.kind !== 'knee') return
  expect(outcome.rate).toBeLessThanOrEqual(capacity * (1 + STEP))
  expect(outcome.failsAt).toBeGreaterThanOrEqual(capacity / (1 + STEP))
  expect(outcome.failsAt / outcome.rate).toBeLessThanOrEqual(1 + STEP)
})

test("with the client's core busy there is no knee, but its verdict", async () => {
  // Nine tenths of the thread that makes the load are spent on something else.
  const busy = setInterval(() => spin(270), 300)
  try {
    const { outcome, steps } = await sweepOf(0)
    expect(outcome).toMatchObject({ kind: 'client', failsAt: 128, verdict: { ruleId: 'LT101' } })
    expect(steps.map(({ phase }) => phase)).toEqual(['climb', 'repeat'])
  } finally {
    clearInterval(busy)
  }
})

function spin(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}
