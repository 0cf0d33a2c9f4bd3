import { describe, expect, test } from 'vitest'
import type { AutoscalingUse, CostInput } from '../src/index.js'
import { estimateCost, latestRateCard } from '../src/index.js'
import { compute, exactly, NO_STORAGE, scheduled, workload } from './inputs.js'

/**
 * One workload of 2025 in today's product: 15,000 bulk rows/s, 1,200 continuous rows/s, 10,000
 * reads/s, two read replicas, 2,048 GB copied each day. V1 keeps the memory of the old 16 GB CU,
 * V2 takes the documented rates of the 2 GB CU. Runs a month: 365 / 12.
 */
const VARIANTS = {
  V1: { primary: 32, replica: 64 },
  V2: { primary: 24, replica: 8 },
} as const
const PLACES = {
  'AWS Premium': { cloud: 'aws', region: 'us-east-1', tier: 'PREMIUM' },
  'AWS Enterprise': { cloud: 'aws', region: 'us-east-1', tier: 'ENTERPRISE' },
  'Azure eastus': { cloud: 'azure', region: 'eastus', tier: 'PREMIUM' },
} as const
const PROMOTION_TIME = '2026-11-23'
const AFTERWARDS = '2027-02-01'

/** Compute and total at list, with Always-On, with the promotion, and with both. */
const ROWS = [
  {
    variant: 'V1',
    place: 'AWS Premium',
    compute: [10_745.6, 8059.2, 5372.8, 4029.6],
    storage: 706.56,
    sync: 206.58,
    total: [11_658.74, 8972.34, 6285.94, 4942.74],
  },
  {
    variant: 'V1',
    place: 'AWS Enterprise',
    compute: [12_936.77, 9702.58, 6468.38, 4851.29],
    storage: 706.56,
    sync: 265.6,
    total: [13_908.93, 10_674.74, 7440.55, 5823.45],
  },
  {
    variant: 'V1',
    place: 'Azure eastus',
    compute: [12_936.77, 9702.58, 6468.38, 4851.29],
    storage: 798.72,
    sync: 265.6,
    total: [14_001.09, 10_766.9, 7532.71, 5915.61],
  },
  {
    variant: 'V2',
    place: 'AWS Premium',
    compute: [2686.4, 2014.8, 1343.2, 1007.4],
    storage: 706.56,
    sync: 274.17,
    total: [3667.13, 2995.53, 2323.93, 1988.13],
  },
  {
    variant: 'V2',
    place: 'AWS Enterprise',
    compute: [3234.19, 2425.64, 1617.1, 1212.82],
    storage: 706.56,
    sync: 352.51,
    total: [4293.26, 3484.71, 2676.16, 2271.89],
  },
  {
    variant: 'V2',
    place: 'Azure eastus',
    compute: [3234.19, 2425.64, 1617.1, 1212.82],
    storage: 798.72,
    sync: 352.51,
    total: [4385.42, 3576.87, 2768.32, 2364.05],
  },
] as const

function input(row: (typeof ROWS)[number], scalesToZero: boolean): CostInput {
  const { primary, replica } = VARIANTS[row.variant]
  const computes: readonly AutoscalingUse[] = [
    compute(primary, { scalesToZero }),
    compute(replica, { scalesToZero, id: 'compute.replica', label: 'Read replicas', count: 2 }),
  ]
  const rows = 2.048e9
  const hoursPerRun = 10 / 60 + rows / (2000 * primary * 3600)
  return workload({
    ...PLACES[row.place],
    computes,
    storage: { ...NO_STORAGE, dataGb: exactly(2048) },
    pipelines: [scheduled(hoursPerRun, 365 / 12)],
  })
}

/** Nearest cent of a figure that may lie a float's width below the half. */
function cents(usd: number): number {
  return Math.round(usd * 100 + 1e-6) / 100
}

function figures(row: (typeof ROWS)[number]) {
  const steady = input(row, false)
  const stopping = input(row, true)
  const estimates = [
    estimateCost(stopping, { rateCard: latestRateCard, asOf: AFTERWARDS }),
    estimateCost(steady, { rateCard: latestRateCard, asOf: AFTERWARDS }),
    estimateCost(stopping, { rateCard: latestRateCard, asOf: PROMOTION_TIME }),
    estimateCost(steady, { rateCard: latestRateCard, asOf: PROMOTION_TIME }),
  ]
  const group = (name: string, index: number) =>
    (estimates[index]?.lines ?? [])
      .filter((line) => line.group === name)
      .reduce((sum, line) => sum + (line.status === 'priced' ? line.amount : Number.NaN), 0)
  return {
    compute: estimates.map((_, index) => cents(group('compute', index))),
    storage: cents(group('storage', 0)),
    sync: cents(group('sync', 0)),
    total: estimates.map((estimate) => cents(estimate.monthly.expected)),
    list: estimates.map((estimate) => cents(estimate.monthly.list)),
  }
}

describe('the worked example holds to the cent', () => {
  test.each(ROWS)('$variant $place', (row) => {
    const found = figures(row)
    console.log(
      `${row.variant} ${row.place}: compute ${found.compute.join(' / ')}, storage ${found.storage}, sync ${found.sync}, total ${found.total.join(' / ')}`,
    )
    expect(found).toEqual({
      compute: [...row.compute],
      storage: row.storage,
      sync: row.sync,
      total: [...row.total],
      list: row.total.map(() => row.total[0]),
    })
  })

  test.each([
    { place: 'AWS Premium', days: 7, usd: 2868.63 },
    { place: 'AWS Premium', days: 2, usd: 819.61 },
    { place: 'Azure eastus', days: 7, usd: 3242.8 },
    { place: 'Azure eastus', days: 2, usd: 926.52 },
  ] as const)(
    'history of $days days of full rewrites in $place costs $usd',
    ({ place, days, usd }) => {
      const storage = { ...NO_STORAGE, historyGb: exactly(2048 * days) }
      const { monthly } = estimateCost(workload({ ...PLACES[place], storage }), {
        rateCard: latestRateCard,
        asOf: PROMOTION_TIME,
      })
      expect(cents(monthly.expected)).toBe(usd)
    },
  )

  test.each([
    { tier: 'PREMIUM', list: 5840, promotion: 2920 },
    { tier: 'ENTERPRISE', list: 7592, promotion: 3796 },
  ] as const)('20 Provisioned CU in $tier cost $list, $promotion with the promotion', (row) => {
    const legacy = {
      product: 'provisioned-legacy',
      id: 'compute.primary',
      label: 'Primary and secondaries',
      count: 1,
      hoursUp: 730,
      provisionedCu: 20,
    } as const
    const { monthly } = estimateCost(workload({ tier: row.tier, computes: [legacy] }), {
      rateCard: latestRateCard,
      asOf: PROMOTION_TIME,
    })
    expect([monthly.list, monthly.expected].map(cents)).toEqual([row.list, row.promotion])
  })
})
