import { expect, test } from 'vitest'
import { CONTINUOUS, compute, exactly, NO_STORAGE, scheduled, workload } from '../../test/inputs.js'
import type { CostEstimate, CostInput } from '../index.js'
import { estimateCost, latestRateCard } from '../index.js'

const AS_OF = '2026-11-23'
const AFTER_PROMOTION = '2027-02-01'

function estimate(changes: Partial<CostInput>, asOf = AS_OF): CostEstimate {
  return estimateCost(workload(changes), { rateCard: latestRateCard, asOf })
}

function line(result: CostEstimate, id: string) {
  const found = result.lines.find((entry) => entry.id === id)
  if (!found) throw new Error(`no line ${id}`)
  return found
}

function pricedLine(result: CostEstimate, id: string) {
  const found = line(result, id)
  if (found.status !== 'priced') throw new Error(`${id} has no price: ${found.missing}`)
  return found
}

test.each([
  { tier: 'PREMIUM', list: 67.16, alwaysOn: 50.37, promotion: 33.58, both: 25.185 },
  { tier: 'ENTERPRISE', list: 80.8548, alwaysOn: 60.6411, promotion: 40.4274, both: 30.32055 },
] as const)(
  '1 CU for a month in AWS $tier us-east-1 costs $list, $alwaysOn, $promotion or $both',
  (row) => {
    const steady = { tier: row.tier, computes: [compute(1)] }
    const stopping = { tier: row.tier, computes: [compute(1, { scalesToZero: true })] }
    const now = estimate(steady)
    expect(now.monthly.list).toBeCloseTo(row.list, 9)
    expect(now.monthly.expected).toBeCloseTo(row.both, 9)
    expect(estimate(steady, AFTER_PROMOTION).monthly.expected).toBeCloseTo(row.alwaysOn, 9)
    expect(estimate(stopping).monthly.expected).toBeCloseTo(row.promotion, 9)
    expect(estimate(stopping, AFTER_PROMOTION).monthly.expected).toBeCloseTo(row.list, 9)
  },
)

test('Always-On takes a quarter off the minimum and nothing off what runs above it', () => {
  const cu = 8 + (16 * 130) / 730
  const result = estimate({
    computes: [compute(8, { maxCu: 24, usage: { kind: 'average', cu } })],
    promotionPercentage: 0,
  })
  const primary = pricedLine(result, 'compute.primary')
  expect(primary.amount).toBeCloseTo(594.32, 9)
  expect(primary.low).toBeCloseTo(8 * 67.16 * 0.75, 9)
  expect(primary.high).toBeCloseTo(8 * 67.16 * 0.75 + 16 * 67.16, 9)
  expect(primary.formula).toBe(
    '8 CU x 730 h x 0.23 DBU x $0.40 x 0.75 (Always-On) + 2.84932 CU above minimum x 730 h x 0.23 DBU x $0.40',
  )
  expect(primary.discounts).toEqual(['always-on'])
})

test('a compute that is up for part of the month gets no Always-On discount', () => {
  const result = estimate({ computes: [compute(1, { hoursUp: 729 })], promotionPercentage: 0 })
  expect(result.monthly.expected).toBeCloseTo(729 * 0.092, 9)
  expect(result.discounts).toEqual([])
})

test('hours of a day are each held between minimum and maximum', () => {
  const cu = [...Array(12).fill(0), ...Array(6).fill(4), ...Array(6).fill(100)]
  const result = estimate({ computes: [compute(2, { maxCu: 8, usage: { kind: 'hourly', cu } })] })
  expect(line(result, 'compute.primary').quantity).toBeCloseTo(
    ((12 * 2 + 6 * 4 + 6 * 8) / 24) * 730,
    9,
  )
})

test.each([
  { part: 'dataGb', id: 'storage.data', usd: 0.345 },
  { part: 'historyGb', id: 'storage.history', usd: 0.2001 },
  { part: 'snapshotsGb', id: 'storage.snapshots', usd: 0.08993 },
])('1 GB of $part costs $usd a month, whatever the promotion', ({ part, id, usd }) => {
  const result = estimate({ storage: { ...NO_STORAGE, [part]: exactly(1) } })
  expect(result.lines).toHaveLength(1)
  expect(pricedLine(result, id).amount).toBeCloseTo(usd, 12)
})

test('branch changes have no known rate, so the total is not complete', () => {
  const result = estimate({
    storage: { ...NO_STORAGE, dataGb: exactly(1), branchChangeGb: exactly(5) },
  })
  expect(line(result, 'storage.branch-changes')).toMatchObject({
    status: 'unknown',
    missing: 'DSU per GB-month of branch changes in rate card 2026-04-10',
  })
  expect(result.complete).toBe(false)
  expect(result.monthly.expected).toBeCloseTo(0.345, 12)
})

test('a line carries the weakest confidence and the oldest date of its rates', () => {
  const data = pricedLine(
    estimate({ storage: { ...NO_STORAGE, dataGb: exactly(1) } }),
    'storage.data',
  )
  expect(data).toMatchObject({ confidence: 'M', asOf: '2026-04-10' })
  expect(data.source).toContain('resources/pricing')
  expect(data.source).toContain('dbu-rates.json')
})

test('a continuous pipeline runs 730 h, at $0.75 an hour and perhaps much more', () => {
  const sync = pricedLine(estimate({ pipelines: [CONTINUOUS] }), 'sync.stock')
  expect(sync.amount).toBeCloseTo(547.5, 9)
  expect(sync.low).toBeCloseTo(547.5, 9)
  expect(sync.high).toBeCloseTo(7.83 * 0.35 * 730, 9)
})

test('a schedule of more than 730 h is priced at 730 h and reported as an error', () => {
  const result = estimate({ pipelines: [scheduled(71.3, 365 / 12)] })
  const sync = pricedLine(result, 'sync.orders')
  expect(sync.quantity).toBe(730)
  expect(sync.formula).toContain('730 h (held;')
  expect(sync.amount).toBeCloseTo(547.5, 9)
  expect(result.issues).toContainEqual(
    expect.objectContaining({ ruleId: 'LB015', level: 'error', line: 'sync.orders' }),
  )
})

test('a schedule that only may exceed 730 h is a warning', () => {
  const pipeline = { ...scheduled(1, 400), hoursPerRun: { low: 1, expected: 1, high: 2, why: '' } }
  const result = estimate({ pipelines: [pipeline] })
  expect(result.issues).toContainEqual(expect.objectContaining({ ruleId: 'LB015', level: 'warn' }))
  expect(pricedLine(result, 'sync.orders').high).toBeCloseTo(730 * 2.4 * 0.35, 9)
})

test('a schedule of exactly 730 h is in order', () => {
  const { issues } = estimate({ pipelines: [scheduled(1, 730)] })
  expect(issues.map((issue) => issue.ruleId)).not.toContain('LB015')
})

test('Provisioned costs 1 DBU per CU-hour, with the promotion and without Always-On', () => {
  const result = estimate({
    computes: [
      {
        product: 'provisioned-legacy',
        id: 'compute.primary',
        label: 'Primary',
        count: 1,
        hoursUp: 730,
        provisionedCu: 20,
      },
    ],
  })
  expect(result.monthly.list).toBeCloseTo(5840, 9)
  expect(result.monthly.expected).toBeCloseTo(2920, 9)
  expect(result.issues).toContainEqual(expect.objectContaining({ ruleId: 'LB033', level: 'note' }))
})

test.each([
  {
    what: 'the DBU per CU-hour of GCP',
    where: { cloud: 'gcp', region: 'us-central1' },
    missing: ['DBU per CU-hour of gcp PREMIUM in rate card 2026-04-10'],
  },
  {
    what: 'storage and pipeline prices of AWS eu-north-1',
    where: { cloud: 'aws', region: 'eu-north-1' },
    missing: [
      'USD per DSU of storage of aws eu-north-1 PREMIUM in rate card 2026-04-10',
      'USD per DBU of sync pipelines of aws eu-north-1 PREMIUM in rate card 2026-04-10',
    ],
  },
  {
    what: 'the pipeline price of Azure qatarcentral',
    where: { cloud: 'azure', region: 'qatarcentral' },
    missing: [
      'USD per DBU of sync pipelines of azure qatarcentral PREMIUM in rate card 2026-04-10',
    ],
  },
] as const)('nobody knows $what, and the estimate says so', ({ where, missing }) => {
  const result = estimate({
    ...where,
    computes: [compute(1)],
    storage: { ...NO_STORAGE, dataGb: exactly(1) },
    pipelines: [CONTINUOUS],
  })
  const gaps = result.lines.flatMap((entry) => (entry.status === 'unknown' ? [entry.missing] : []))
  expect(gaps).toEqual(missing)
  expect(result.complete).toBe(false)
})

test.each([
  { where: { region: 'us-esat-1' }, message: /no region aws us-esat-1/, hint: /us-east-1/ },
  {
    where: { region: 'eastus' },
    message: /eastus is a region of azure, not of aws/,
    hint: /azure/,
  },
  {
    where: { cloud: 'azure', region: 'eastus', tier: 'ENTERPRISE' },
    message: /Azure Databricks has no Enterprise tier/,
    hint: /PREMIUM/,
  },
] as const)('prices nothing in $where and tells what to do', ({ where, message, hint }) => {
  const result = estimate({ ...where, computes: [compute(1)], pipelines: [CONTINUOUS] })
  expect(result.lines.map((entry) => entry.status)).toEqual(['unknown', 'unknown'])
  expect(result.monthly.expected).toBe(0)
  expect(result.complete).toBe(false)
  expect(result.issues[0]).toMatchObject({
    ruleId: 'LB035',
    level: 'error',
    message: expect.stringMatching(message),
    hint: expect.stringMatching(hint),
  })
})

test.each([
  { asOf: '2026-07-09', warned: false },
  { asOf: '2026-07-10', warned: true },
])('a rate card of 2026-04-10 on $asOf is too old: $warned', ({ asOf, warned }) => {
  const issue = estimate({}, asOf).issues.find(({ ruleId }) => ruleId === 'LB034')
  expect(issue !== undefined).toBe(warned)
  if (issue) expect(issue.message).toContain('91 days old')
})

test('an empty workload costs nothing and is complete', () => {
  expect(estimate({})).toMatchObject({
    complete: true,
    monthly: { list: 0, expected: 0, low: 0, high: 0 },
    lines: [],
  })
})

test('a use of unknown quantity is an unknown line and makes the estimate incomplete', () => {
  const use = {
    id: 'compute.primary',
    group: 'compute',
    label: 'Primary',
    missing: 'a size',
  } as const
  const result = estimate({ unpriced: [use] })
  expect(line(result, 'compute.primary')).toMatchObject({ status: 'unknown', missing: 'a size' })
  expect(result.complete).toBe(false)
})
