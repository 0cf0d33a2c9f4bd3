import { expect, test } from 'vitest'
import { diffRateCards, latestRateCard } from '../index.js'

test('a card does not differ from itself', () => {
  expect(diffRateCards(latestRateCard, latestRateCard)).toEqual([])
})

test('names what was changed, added and removed, by path', () => {
  const rate = { source: 'x', asOf: '2026-11-01', confidence: 'H' } as const
  const { provisionedDbuPerCuHour: _, ...rest } = latestRateCard
  const next = {
    ...rest,
    regions: latestRateCard.regions.map((entry) =>
      entry.region === 'us-east-1' && entry.tier === 'PREMIUM'
        ? { ...entry, databaseDbu: { ...rate, value: 0.42 } }
        : entry,
    ),
    storageDsuPerGbMonth: {
      ...latestRateCard.storageDsuPerGbMonth,
      branchChange: { ...rate, value: 5 },
    },
    discounts: latestRateCard.discounts.map((discount) =>
      discount.id === 'promotion' ? { ...discount, until: '2027-06-30' } : discount,
    ),
  }
  expect(diffRateCards(latestRateCard, next)).toEqual([
    {
      path: 'discounts.promotion.until',
      change: 'changed',
      before: '2027-01-31',
      after: '2027-06-30',
    },
    { path: 'provisionedDbuPerCuHour', change: 'removed', before: 1 },
    {
      path: 'regions.aws.us-east-1.PREMIUM.databaseDbu',
      change: 'changed',
      before: 0.4,
      after: 0.42,
    },
    { path: 'storageDsuPerGbMonth.branchChange', change: 'added', after: 5 },
  ])
})

test('a new source of the same value is no change', () => {
  const discounts = latestRateCard.discounts.map((discount) => ({ ...discount, source: 'other' }))
  expect(diffRateCards(latestRateCard, { ...latestRateCard, discounts })).toEqual([])
})
