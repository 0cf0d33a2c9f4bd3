import { expect, test } from 'vitest'
import { CONTINUOUS, compute, exactly, NO_STORAGE, workload } from '../../test/inputs.js'
import type { CostInput, OwnDiscount } from '../index.js'
import { CostInputError, estimateCost, latestRateCard } from '../index.js'

function estimate(changes: Partial<CostInput>, asOf = '2026-11-23') {
  return estimateCost(workload(changes), { rateCard: latestRateCard, asOf })
}

const ONE_CU = { computes: [compute(1)] }
const CONTRACT: OwnDiscount = { name: 'contract', percentage: 10, appliesTo: ['compute', 'sync'] }

test.each([
  { asOf: '2027-01-31', usd: 25.185 },
  { asOf: '2027-02-01', usd: 50.37 },
])('the promotion ends after 2027-01-31: $usd on $asOf', ({ asOf, usd }) => {
  expect(estimate(ONE_CU, asOf).monthly.expected).toBeCloseTo(usd, 9)
})

test('the twelve months after November 2026 have two with the promotion', () => {
  const { next12Months } = estimate(ONE_CU)
  expect(next12Months.map(({ month }) => month)).toEqual([
    ...['2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05'],
    ...['2027-06', '2027-07', '2027-08', '2027-09', '2027-10', '2027-11'],
  ])
  next12Months.forEach(({ amount }, index) => {
    expect(amount).toBeCloseTo(index < 2 ? 25.185 : 50.37, 9)
  })
})

test('a discount that runs for part of a month counts for its days', () => {
  const discounts = [{ ...CONTRACT, from: '2027-04-16', until: '2027-05-10' }]
  const months = new Map(
    estimate({ ...ONE_CU, discounts }).next12Months.map(({ month, amount }) => [month, amount]),
  )
  expect(months.get('2027-03')).toBeCloseTo(50.37, 9)
  expect(months.get('2027-04')).toBeCloseTo(50.37 * (1 - 0.1 * (15 / 30)), 9)
  expect(months.get('2027-05')).toBeCloseTo(50.37 * (1 - 0.1 * (10 / 31)), 9)
  expect(months.get('2027-06')).toBeCloseTo(50.37, 9)
})

test.each([
  { promotionPercentage: 0, usd: 50.37 },
  { promotionPercentage: 20, usd: 50.37 * 0.8 },
  { promotionPercentage: 100, usd: 0 },
])(
  'a promotion of $promotionPercentage % replaces the public one',
  ({ promotionPercentage, usd }) => {
    expect(estimate({ ...ONE_CU, promotionPercentage }).monthly.expected).toBeCloseTo(usd, 9)
  },
)

test('own discounts multiply with the public ones and touch only their groups', () => {
  const result = estimate({
    ...ONE_CU,
    storage: { ...NO_STORAGE, dataGb: exactly(1) },
    pipelines: [CONTINUOUS],
    discounts: [CONTRACT],
  })
  const amounts = result.lines.map((line) => line.status === 'priced' && line.amount)
  expect(amounts[0]).toBeCloseTo(25.185 * 0.9, 9)
  expect(amounts[1]).toBeCloseTo(0.345, 9)
  expect(amounts[2]).toBeCloseTo(547.5 * 0.9, 9)
})

test('the savings of all discounts add up to list minus expected', () => {
  const { discounts, monthly } = estimate({
    ...ONE_CU,
    pipelines: [CONTINUOUS],
    discounts: [CONTRACT],
  })
  expect(discounts.map(({ id }) => id)).toEqual(['always-on', 'promotion', 'own.contract'])
  expect(discounts[0]?.saves).toBeCloseTo(16.79, 9)
  expect(discounts[1]).toMatchObject({ percentage: 50, until: '2027-01-31' })
  const saved = discounts.reduce((sum, { saves }) => sum + saves, 0)
  expect(saved).toBeCloseTo(monthly.list - monthly.expected, 9)
})

test('an own discount past its end is reported and not applied', () => {
  const result = estimate({ ...ONE_CU, discounts: [{ ...CONTRACT, until: '2026-06-30' }] })
  expect(result.monthly.expected).toBeCloseTo(25.185, 9)
  expect(result.issues).toContainEqual(
    expect.objectContaining({
      ruleId: 'LB032',
      level: 'warn',
      message: 'contract (10 %) ended on 2026-06-30, before 2026-11-23: it is not applied',
    }),
  )
})

test.each([
  { asOf: '2027-01-31', promotionPercentage: undefined, reported: false },
  { asOf: '2027-02-01', promotionPercentage: undefined, reported: true },
  { asOf: '2027-02-01', promotionPercentage: 50, reported: true },
  { asOf: '2027-02-01', promotionPercentage: 0, reported: false },
])('on $asOf a promotion of $promotionPercentage % is reported as ended: $reported', (row) => {
  const { asOf, promotionPercentage, reported } = row
  const given = promotionPercentage === undefined ? {} : { promotionPercentage }
  const ids = estimate({ ...ONE_CU, ...given }, asOf).issues.map(({ ruleId }) => ruleId)
  expect(ids.includes('LB032')).toBe(reported)
})

test('a promotion percentage is reported when the card knows no promotion', () => {
  const rateCard = { ...latestRateCard, discounts: [] }
  const input = workload({ ...ONE_CU, promotionPercentage: 50 })
  const result = estimateCost(input, { rateCard, asOf: '2026-05-01' })
  expect(result.monthly.expected).toBeCloseTo(67.16, 9)
  expect(result.issues).toEqual([expect.objectContaining({ ruleId: 'LB032' })])
})

test('a card made by hand with a date that is none is refused, not taken for open', () => {
  const discounts = latestRateCard.discounts.map((one) => ({ ...one, until: '2027-02-31' }))
  const call = () =>
    estimateCost(workload(), { rateCard: { ...latestRateCard, discounts }, asOf: '2026-11-23' })
  expect(call).toThrow(CostInputError)
  expect(call).toThrow(/^rateCard\.discounts\.always-on\.until must be a date/)
})
