import { expect, test } from 'vitest'
import { compute, exactly, NO_STORAGE, scheduled, workload } from '../../test/inputs.js'
import type { CostInput, CuUsage, Quantity } from '../index.js'
import { CostInputError, estimateCost, latestRateCard } from '../index.js'

function refusal(changes: Partial<CostInput>, asOf = '2026-11-23'): CostInputError {
  try {
    estimateCost(workload(changes), { rateCard: latestRateCard, asOf })
  } catch (error) {
    if (error instanceof CostInputError) return error
    throw error
  }
  throw new Error('was accepted')
}

const hourly = (...cu: number[]): CuUsage => ({ kind: 'hourly', cu })
const span = (low: number, expected: number, high: number): Quantity => ({
  low,
  expected,
  high,
  why: '',
})
const discount = { name: 'a', percentage: 10, appliesTo: ['compute'] } as const

test.each<[string, string, Partial<CostInput>]>([
  ['computes[0].hoursUp', 'NOT_A_NUMBER', { computes: [compute(1, { hoursUp: Number.NaN })] }],
  ['computes[0].hoursUp', 'OUT_OF_RANGE', { computes: [compute(1, { hoursUp: 731 })] }],
  ['computes[0].hoursUp', 'OUT_OF_RANGE', { computes: [compute(1, { hoursUp: -1 })] }],
  ['computes[0].count', 'OUT_OF_RANGE', { computes: [compute(1, { count: 1.5 })] }],
  ['computes[0].count', 'OUT_OF_RANGE', { computes: [compute(1, { count: 0 })] }],
  ['computes[0].minCu', 'OUT_OF_RANGE', { computes: [compute(0)] }],
  ['computes[0].maxCu', 'OUT_OF_RANGE', { computes: [compute(4, { maxCu: 2 })] }],
  ['computes[0].maxCu', 'NOT_A_NUMBER', { computes: [compute(4, { maxCu: Infinity })] }],
  [
    'computes[0].usage.cu',
    'OUT_OF_RANGE',
    { computes: [compute(4, { usage: { kind: 'average', cu: 5 } })] },
  ],
  ['computes[0].usage.cu', 'NOT_24_HOURS', { computes: [compute(4, { usage: hourly(1, 2, 3) })] }],
  [
    'computes[0].usage.cu[1]',
    'OUT_OF_RANGE',
    { computes: [compute(4, { usage: hourly(1, -2, ...Array(22).fill(1)) })] },
  ],
  ['storage.dataGb.low', 'OUT_OF_RANGE', { storage: { ...NO_STORAGE, dataGb: exactly(-1) } }],
  [
    'storage.historyGb.expected',
    'OUT_OF_RANGE',
    { storage: { ...NO_STORAGE, historyGb: span(2, 1, 3) } },
  ],
  [
    'storage.snapshotsGb.high',
    'OUT_OF_RANGE',
    { storage: { ...NO_STORAGE, snapshotsGb: span(1, 2, 1) } },
  ],
  ['pipelines[0].runsPerMonth', 'OUT_OF_RANGE', { pipelines: [scheduled(1, -1)] }],
  ['pipelines[0].hoursPerRun.low', 'NOT_A_NUMBER', { pipelines: [scheduled(Number.NaN, 1)] }],
  ['discounts[0].percentage', 'OUT_OF_RANGE', { discounts: [{ ...discount, percentage: 101 }] }],
  ['discounts[0].from', 'NOT_A_DATE', { discounts: [{ ...discount, from: '2026-02-30' }] }],
  [
    'discounts[0].until',
    'OUT_OF_RANGE',
    { discounts: [{ ...discount, from: '2026-02-02', until: '2026-02-01' }] },
  ],
  ['promotionPercentage', 'OUT_OF_RANGE', { promotionPercentage: 150 }],
  [
    'the ids of computes, pipelines and unpriced uses',
    'NOT_UNIQUE',
    { computes: [compute(1), compute(2)] },
  ],
  ['the names of discounts', 'NOT_UNIQUE', { discounts: [discount, discount] }],
])('refuses %s (%s)', (path, code, changes) => {
  expect(refusal(changes)).toMatchObject({ path, code })
})

test('says what was expected and what was found', () => {
  const error = refusal({ computes: [compute(1, { hoursUp: 731 })] })
  expect(error.message).toBe('computes[0].hoursUp must be between 0 and 730, but is 731')
  expect(error.found).toBe(731)
})

test.each(['2026-13-01', '2026-02-29', '23.11.2026', ''])('refuses %j as the date', (asOf) => {
  expect(refusal({}, asOf)).toMatchObject({ path: 'asOf', code: 'NOT_A_DATE', found: asOf })
})
