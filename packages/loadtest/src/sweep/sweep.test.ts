import { describe, expect, test } from 'vitest'
import {
  closedScenario,
  openScenario,
  type SimulatedServer,
  simulateRun,
} from '../../test/simulate-run.js'
import type { RunReport } from '../report/run-report.js'
import type { Objective, Scenario } from '../scenario/scenario.js'
import { sweep } from './sweep.js'
import type { SweepResult } from './sweep-result.js'

const P99: Objective = { metric: 'latency', percentile: 99, atMostMs: 20 }
const scenario = openScenario(1, { objectives: [P99] })

function rateOf({ load }: Scenario): number {
  return load.model === 'open' ? load.stages[0].toRate : 0
}
function on(server: SimulatedServer): (scenario: Scenario) => Promise<RunReport> {
  let seed = 0
  return async (step) => simulateRun(step, { ...server, seed: ++seed })
}
function phases({ steps }: SweepResult): readonly string[] {
  return steps.map(({ rate, phase, holds }) => `${phase} ${rate} ${holds ? 'holds' : 'fails'}`)
}
function knee({ outcome }: SweepResult): Extract<SweepResult['outcome'], { kind: 'knee' }> {
  if (outcome.kind === 'knee') return outcome
  throw new Error(`Expected a knee, found ${outcome.kind}`)
}

describe('a server of known capacity', () => {
  test('that takes 10 ms on each of 4 slots has its knee at 400/s', async () => {
    const constant = {
      ...scenario,
      load: { ...openScenario(1).load, arrivals: 'constant' },
    } as const
    const run = on({ slots: 4, serviceUs: 10_000, times: 'constant' })
    const result = await sweep(constant, { run, startRate: 50, stepSeconds: 10 })
    expect(phases(result)).toEqual([
      'climb 50 holds',
      'climb 100 holds',
      'climb 200 holds',
      'climb 400 holds',
      'climb 800 fails',
      'bisect 566 fails',
      'bisect 476 fails',
      'bisect 436 fails',
      'bisect 418 fails',
      'confirm 400 holds',
      'confirm 400 holds',
    ])
    expect(knee(result)).toMatchObject({ rate: 400, failsAt: 418, confirmations: 2 })
  })

  test('with one slot and exponential times (M/M/1): p99 = ln 100 / (capacity - rate)', async () => {
    const run = on({ slots: 1, serviceUs: 2000 })
    const result = await sweep(scenario, { run, startRate: 140, stepSeconds: 60 })
    const expected = 500 - Math.log(100) / 0.02
    const { rate, failsAt, because } = knee(result)
    expect(failsAt / rate).toBeLessThanOrEqual(1.05)
    expect(rate).toBeLessThan(expected * 1.06)
    expect(failsAt).toBeGreaterThan(expected / 1.06)
    expect(because[0]).toMatch(/^p99 was \d+(\.\d)? ms, not 20 ms$/)
  })

  test('is found from above as well', async () => {
    const run = on({ slots: 1, serviceUs: 2000 })
    const result = await sweep(scenario, { run, startRate: 1000 })
    expect(phases(result).slice(0, 3)).toEqual([
      'climb 1000 fails',
      'climb 500 fails',
      'climb 250 holds',
    ])
    expect(knee(result).rate).toBeGreaterThan(230)
  })
})

test('a rate that fails when it is run again is not the knee: the search goes on below', async () => {
  const flaky = new Map([[400, 1]])
  const run = async (step: Scenario) => {
    const rate = rateOf(step)
    const held = flaky.get(rate)
    const fast = rate <= 400 && held !== 0
    if (held !== undefined) flaky.set(rate, held - 1)
    return simulateRun(step, { slots: 64, serviceUs: fast ? 1000 : 30_000 })
  }
  const result = await sweep(scenario, { run, startRate: 100, resolution: 0.5, stepSeconds: 5 })
  expect(phases(result)).toEqual([
    'climb 100 holds',
    'climb 200 holds',
    'climb 400 holds',
    'climb 800 fails',
    'bisect 566 fails',
    'confirm 400 fails',
    'bisect 283 holds',
    'confirm 283 holds',
    'confirm 283 holds',
  ])
  expect(knee(result)).toMatchObject({ rate: 283, failsAt: 400 })
})

describe('a client that is the limit', () => {
  const limited = (times: number) => {
    let left = times
    return async (step: Scenario) =>
      rateOf(step) > 300 && left-- > 0
        ? simulateRun(step, { slots: 1, serviceUs: 4000, loopUtilization: 0.99 })
        : simulateRun(step, { slots: 8, serviceUs: 1000 })
  }

  test('ends the sweep with its verdict, after a second look', async () => {
    const result = await sweep(scenario, { run: limited(2), startRate: 100, stepSeconds: 5 })
    expect(phases(result).slice(-2)).toEqual(['climb 400 fails', 'repeat 400 fails'])
    expect(result.outcome).toMatchObject({
      kind: 'client',
      holdsAt: 200,
      failsAt: 400,
      verdict: { ruleId: 'LT101' },
    })
  })

  test('for once does not', async () => {
    const result = await sweep(scenario, {
      run: limited(1),
      startRate: 100,
      maxRate: 800,
      stepSeconds: 5,
    })
    expect(phases(result)).toContain('repeat 400 holds')
    expect(result.outcome).toEqual({ kind: 'above', holdsAt: 800 })
  })
})

test('errors fail a step, though they are in no percentile', async () => {
  const run = async (step: Scenario) =>
    simulateRun(step, { slots: 8, serviceUs: 1000, ...(rateOf(step) > 150 && { failEvery: 20 }) })
  const result = await sweep(scenario, { run, startRate: 100, resolution: 1 })
  expect(knee(result)).toMatchObject({ rate: 100, failsAt: 200 })
  expect(knee(result).because).toEqual([
    expect.stringMatching(/^\d\.\d+ % of the transactions failed$/),
  ])
})

test('a growing queue fails a step whose objective it has not reached yet', async () => {
  const lax = openScenario(1, { objectives: [{ ...P99, atMostMs: 1e6 }] })
  const run = on({ slots: 1, serviceUs: 4000, times: 'constant' })
  const result = await sweep(lax, { run, startRate: 100, resolution: 0.2 })
  expect(knee(result).rate).toBeLessThanOrEqual(260)
  expect(knee(result).because[0]).toMatch(/^The rate was not reached/)
})

test('when not even a small share of the start rate holds, there is no knee', async () => {
  const slow: SimulatedServer = { slots: 1, serviceUs: 1e5, times: 'constant' }
  const result = await sweep(scenario, { run: on(slow), startRate: 40 })
  expect(result.outcome).toMatchObject({ kind: 'none', failsAt: 0.157 })
})

test('an interrupted step ends the sweep with what is known', async () => {
  const run = async (step: Scenario) => {
    const report = simulateRun(step, { slots: 8, serviceUs: 1000 })
    return rateOf(step) < 400 ? report : { ...report, complete: false }
  }
  const result = await sweep(scenario, { run, startRate: 100 })
  expect(result.outcome).toEqual({ kind: 'interrupted', holdsAt: 200 })
})

test('a closed loop is swept with arrivals, and throughput is not what a step is held against', async () => {
  const objectives = [P99, { metric: 'throughput', atLeast: 1e6 }] as const
  const seen: Scenario[] = []
  const run = async (step: Scenario) => {
    seen.push(step)
    return simulateRun(step, { slots: 8, serviceUs: 1000 })
  }
  const result = await sweep(
    { ...closedScenario(4), objectives },
    { run, startRate: 50, maxRate: 50, confirmations: 0 },
  )
  expect(result).toMatchObject({ objectives: [P99], outcome: { kind: 'above', holdsAt: 50 } })
  expect(seen[0]).toMatchObject({
    objectives: [P99],
    connections: 4,
    load: { model: 'open', arrivals: 'poisson', stages: [{ measured: false }, { toRate: 50 }] },
  })
})

test.each([
  [{ startRate: 0 }, /start rate is above 0/],
  [{ startRate: 10, maxRate: 5 }, /highest rate \(5\/s\) is below/],
  [{ startRate: 10, factor: 1 }, /factor is above 1/],
  [{ startRate: 10, resolution: 0 }, /resolution is above 0/],
  [{ startRate: 10, stepSeconds: 0 }, /step takes more than 0 s/],
  [{ startRate: 10, warmUpSeconds: -1 }, /warm-up takes 0 s or more/],
  [{ startRate: 10, confirmations: 0.5 }, /confirmations are a whole number/],
])('%o lead nowhere', async (settings, message) => {
  const run = on({ slots: 1, serviceUs: 1 })
  await expect(sweep(scenario, { run, ...settings })).rejects.toThrow(message)
})

test('without an objective nothing says when a step holds', async () => {
  const run = on({ slots: 1, serviceUs: 1 })
  await expect(sweep(openScenario(1), { run, startRate: 1 })).rejects.toThrow(/Give an objective/)
})
