import { beforeAll, describe, expect, test } from 'vitest'
import { openScenario, simulateRun } from '../../test/simulate-run.js'
import type { Scenario } from '../scenario/scenario.js'
import { sweep } from '../sweep/sweep.js'
import type { SweepOutcome, SweepResult } from '../sweep/sweep-result.js'
import { applyCalibration, type MeasurableLimits } from './apply-calibration.js'
import { calibrate } from './calibrate.js'

const STAGE = { name: 'hold', durationMs: 1000, fromRate: 1, toRate: 1, measured: true }

function scenario(...statements: readonly string[]): Scenario {
  const base = openScenario(1, {
    objectives: [{ metric: 'latency', percentile: 99, atMostMs: 20 }],
  })
  const steps = statements.map((sql, index) => ({
    ...({ kind: 'statement', id: `s${index}`, sql } as const),
    parameters: [],
  }))
  return {
    ...base,
    load: { model: 'open', arrivals: 'constant', stages: [STAGE] },
    scripts: [{ ...base.scripts[0], steps }],
  }
}

/** A server that does 400 transactions a second. */
async function swept(scenarioOfIt: Scenario): Promise<SweepResult> {
  const run = async (step: Scenario) =>
    simulateRun(step, { slots: 4, serviceUs: 10_000, times: 'constant' })
  return sweep(scenarioOfIt, {
    run,
    startRate: 100,
    stepSeconds: 5,
    resolution: 0.3,
    confirmations: 1,
  })
}

let reads: SweepResult
beforeAll(async () => {
  reads = await swept(scenario('SELECT v FROM kv WHERE k = $1'))
})

const documented: MeasurableLimits & { readonly product: string } = {
  bulkRowsPerSecondPerCu: { value: 2000, source: 'docs', asOf: '2026-10-01', confidence: 'H' },
  incrementalRowsPerSecondPerCu: {
    value: 150,
    source: 'docs',
    asOf: '2026-10-01',
    confidence: 'H',
  },
  readsPerSecondPerCu: {
    ...{ value: 1250, low: 210, high: 3750 },
    ...{ source: 'docs', asOf: '2025-06-23', confidence: 'L' },
  },
  product: 'autoscaling',
}

test('reads a second at the knee, for each CU of the endpoint', () => {
  const { rates } = calibrate([{ sweep: reads, cu: 2, measures: 'reads' }])
  expect(rates).toEqual([
    {
      name: 'readsPerSecondPerCu',
      value: expect.closeTo(200, 0),
      source: 'measured: reads on db.example.com:5432/shop with 2 CU, knee at 400 transactions/s',
      asOf: '2026-11-28',
      confidence: 'L',
    },
  ])
})

test('rows that are written count as rows', async () => {
  const writes = await swept(scenario('-- one row\nINSERT INTO kv VALUES ($1, $2)', 'COMMIT'))
  const { rates } = calibrate([
    { sweep: writes, cu: 4, measures: 'incremental' },
    { sweep: writes, cu: 1, measures: 'bulk' },
  ])
  expect(rates.map(({ name, value }) => [name, Math.round(value)])).toEqual([
    ['incrementalRowsPerSecondPerCu', 100],
    ['bulkRowsPerSecondPerCu', 400],
  ])
})

test('of two sizes the one that did less for each CU counts', () => {
  const { rates } = calibrate([
    { sweep: reads, cu: 1, measures: 'reads' },
    { sweep: reads, cu: 4, measures: 'reads' },
    { sweep: reads, cu: 2, measures: 'reads' },
  ])
  expect(rates.map(({ value }) => Math.round(value))).toEqual([100])
})

test('measured rates take the place of the documented ones, the others stay', () => {
  const calibration = calibrate([{ sweep: reads, cu: 2, measures: 'reads' }])
  const limits = applyCalibration(documented, calibration)
  const [rate] = calibration.rates
  expect(limits).toEqual({
    ...documented,
    readsPerSecondPerCu: {
      value: rate?.value,
      low: rate?.value,
      high: 3750,
      source: rate?.source,
      asOf: '2026-11-28',
      confidence: 'L',
    },
  })
})

describe('no rate is made up', () => {
  const outcomes: readonly (readonly [SweepOutcome, RegExp])[] = [
    [
      { kind: 'client', failsAt: 1, verdict: { ruleId: 'LT101', level: 'error', message: '' } },
      /the client was the limit/,
    ],
    [{ kind: 'above', holdsAt: 1 }, /still held. Sweep with a higher one/],
    [{ kind: 'none', failsAt: 1, because: [] }, /no rate held/],
    [{ kind: 'interrupted' }, /broken off/],
  ]
  test.each(outcomes)('%o', (outcome, message) => {
    expect(() => calibrate([{ sweep: { ...reads, outcome }, cu: 1, measures: 'reads' }])).toThrow(
      message,
    )
  })

  test('from reads that were called writes, or both at once', async () => {
    expect(() => calibrate([{ sweep: reads, cu: 1, measures: 'bulk' }])).toThrow(
      /s0 of read is no write/,
    )
    const both = await swept(scenario('SELECT 1', 'UPDATE kv SET v = $1'))
    expect(() => calibrate([{ sweep: both, cu: 1, measures: 'reads' }])).toThrow(
      /s1 of read is no read: where both run, the knee is of neither/,
    )
  })

  test('for an endpoint of no size', () => {
    expect(() => calibrate([{ sweep: reads, cu: 0, measures: 'reads' }])).toThrow(/more than 0 CU/)
  })
})
