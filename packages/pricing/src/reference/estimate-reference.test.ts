import { expect, test } from 'vitest'
import type { ReferenceInput } from '../index.js'
import {
  CostInputError,
  compareWithReference,
  estimateReference,
  ReferenceRefusedError,
} from '../index.js'

const NOTHING: ReferenceInput = {
  bulk_writes_per_second: 0,
  continuous_writes_per_second: 0,
  reads_per_second: 0,
  number_of_readable_secondaries: 0,
  readable_secondary_size_cu: 1,
  promotion_percentage: 0,
  data_stored_gb: 0,
  estimated_data_deleted_daily_gb: 0,
  restore_windows_days: 0,
  number_of_continuous_pipelines: 0,
  expected_data_per_sync_gb: 0,
  sync_mode: 'SNAPSHOT',
  sync_frequency: 'Per day',
}

const SAMPLE: ReferenceInput = {
  ...NOTHING,
  bulk_writes_per_second: 5000,
  continuous_writes_per_second: 2000,
  reads_per_second: 8000,
  number_of_readable_secondaries: 2,
  readable_secondary_size_cu: 2,
  promotion_percentage: 50,
  data_stored_gb: 250,
  number_of_continuous_pipelines: 2,
  expected_data_per_sync_gb: 20,
}

const LARGE: ReferenceInput = {
  ...NOTHING,
  bulk_writes_per_second: 15_000,
  continuous_writes_per_second: 1200,
  reads_per_second: 10_000,
  number_of_readable_secondaries: 2,
  readable_secondary_size_cu: 8,
  promotion_percentage: 50,
  data_stored_gb: 2048,
  expected_data_per_sync_gb: 2048,
}

test('gives the total of the sample workload to the last bit', () => {
  expect(estimateReference(SAMPLE).total_monthly_cost).toBe(2354.3611111111113)
})

test('gives the old unit test its figures', () => {
  const { warnings, ...figures } = estimateReference(LARGE)
  expect(warnings).toEqual([])
  expect(figures.total_cu).toBeCloseTo(2.871, 3)
  expect(figures.recommended_cu).toBe(4)
  expect(figures.main_instance_cost).toBeCloseTo(583.33, 2)
  expect(figures.readable_secondaries_cost).toBeCloseTo(2333.33, 2)
  expect(figures.total_compute_cost).toBeCloseTo(2916.67, 2)
  expect(figures.storage_cost).toBeCloseTo(706.56, 2)
  expect(figures.estimated_sync_time_hours).toBeCloseTo(9.648, 3)
  expect(figures.triggered_sync_cost).toBeCloseTo(202.61, 2)
  expect(figures.total_monthly_cost).toBeCloseTo(3825.84, 2)
  expect(figures.cost_per_gb).toBeCloseTo(3825.84 / 2048, 4)
  expect(figures.cost_per_qps).toBeCloseTo(3825.84 / 26_200, 4)
  expect(figures.cost_per_cu).toBeCloseTo(3825.84 / 4, 2)
})

test('has every key of the old cost_breakdown, in its order', () => {
  expect(Object.keys(estimateReference(SAMPLE))).toEqual([
    ...['bulk_cu', 'continuous_cu', 'read_cu', 'total_cu', 'recommended_cu'],
    ...['main_instance_cost', 'readable_secondaries_cost', 'total_compute_cost', 'storage_cost'],
    ...['continuous_sync_cost', 'triggered_sync_cost', 'total_sync_cost'],
    ...['estimated_sync_time_hours', 'total_monthly_cost'],
    ...['cost_per_gb', 'cost_per_qps', 'cost_per_cu', 'warnings'],
  ])
})

test.each([
  { promotion: 50, total: 3825.84 },
  { promotion: 0, total: 6742.5 },
])('with a promotion of $promotion % the large workload costs $total', ({ promotion, total }) => {
  const cost = estimateReference({ ...LARGE, promotion_percentage: promotion })
  expect(cost.total_monthly_cost).toBeCloseTo(total, 2)
})

test.each([
  { reads: 0, cu: 1 },
  { reads: 10_000, cu: 1 },
  { reads: 10_001, cu: 2 },
  { reads: 40_000, cu: 4 },
  { reads: 40_001, cu: 8 },
  { reads: 900_000, cu: 8 },
])('$reads reads a second were given $cu CU', ({ reads, cu }) => {
  expect(estimateReference({ ...NOTHING, reads_per_second: reads }).recommended_cu).toBe(cu)
})

test('nothing stored, synced or asked costs one CU and divides nothing by zero', () => {
  expect(estimateReference(NOTHING)).toMatchObject({
    storage_cost: 0,
    total_sync_cost: 0,
    estimated_sync_time_hours: 0,
    cost_per_gb: 0,
    cost_per_qps: 0,
    cost_per_cu: 3500 / 12,
  })
})

test('a need above 8 CU was priced as 8, and the warning says so', () => {
  const cost = estimateReference({
    ...NOTHING,
    bulk_writes_per_second: 50_000,
    continuous_writes_per_second: 10_000,
    reads_per_second: 20_000,
  })
  expect(cost.total_cu).toBeCloseTo(12.24, 2)
  expect(cost.recommended_cu).toBe(8)
  expect(cost.warnings[0]?.message).toContain('needs 12.24 CU')
})

test('a promotion above 100 % gave a negative price, and the warning says so', () => {
  const cost = estimateReference({ ...NOTHING, promotion_percentage: 150 })
  expect(cost.total_monthly_cost).toBeCloseTo(-145.83, 2)
  expect(cost.warnings).toEqual([expect.objectContaining({ input: 'promotion_percentage' })])
})

test('100 GB TRIGGERED each hour at 1 CU runs 22.4 h and costs $11,284', () => {
  const cost = estimateReference({
    ...NOTHING,
    expected_data_per_sync_gb: 100,
    sync_mode: 'TRIGGERED',
    sync_frequency: 'Per hour',
  })
  expect(cost.estimated_sync_time_hours).toBeCloseTo(22.4, 1)
  expect(cost.triggered_sync_cost).toBeCloseTo(11_284, 0)
})

test.each(['per day', 'Per month', 'constructor'])(
  '"%s" was weekly, and the warning says so',
  (sync_frequency) => {
    const cost = estimateReference({ ...SAMPLE, sync_frequency })
    const weekly = estimateReference({ ...SAMPLE, sync_frequency: 'Per week' })
    expect(cost.total_monthly_cost).toBe(weekly.total_monthly_cost)
    expect(cost.warnings).toEqual([expect.objectContaining({ input: 'sync_frequency' })])
  },
)

test('history was left out, and the warning says so', () => {
  const cost = estimateReference({
    ...SAMPLE,
    restore_windows_days: 7,
    estimated_data_deleted_daily_gb: 10,
  })
  expect(cost.warnings).toEqual([expect.objectContaining({ input: 'restore_windows_days' })])
})

test('refuses CONTINUOUS with data per sync, on which the old code failed', () => {
  const input: ReferenceInput = { ...SAMPLE, sync_mode: 'CONTINUOUS' }
  expect(() => estimateReference(input)).toThrow(ReferenceRefusedError)
  expect(estimateReference({ ...input, expected_data_per_sync_gb: 0 }).triggered_sync_cost).toBe(0)
})

test.each([Number.NaN, -1])('refuses %s reads a second', (reads_per_second) => {
  expect(() => estimateReference({ ...SAMPLE, reads_per_second })).toThrow(CostInputError)
})

test('sets a corrected figure and a reason beside each old one', () => {
  const rows = compareWithReference(estimateReference(SAMPLE), { total_monthly_cost: 1988.13 })
  expect(rows).toHaveLength(17)
  expect(rows.every((row) => row.reason.length > 20)).toBe(true)
  expect(rows.find((row) => row.key === 'total_monthly_cost')).toMatchObject({
    reference: 2354.3611111111113,
    corrected: 1988.13,
    reason: expect.stringContaining('28-day month'),
  })
  const perQuery = rows.find((row) => row.key === 'cost_per_qps')
  expect(perQuery).not.toHaveProperty('corrected')
  expect(perQuery?.reason).toContain('no correct figure')
})
