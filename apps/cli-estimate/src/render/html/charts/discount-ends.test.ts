import { expect, test } from 'vitest'
import { shopCost } from '../../../../test/html/fixtures/shop-cost.js'
import { discountEnds } from './discount-ends.js'

const promotion = { id: 'promo', label: 'Promotion', percentage: 50, saves: 1 }

test.each([
  { until: '2027-01-31', position: 2 },
  { until: '2026-12-31', position: 1 },
  { until: '2027-02-14', position: 2.5 },
])('a discount until $until ends $position months into the chart', ({ until, position }) => {
  const cost = { ...shopCost, discounts: [{ ...promotion, until }] }
  expect(discountEnds(cost)).toEqual([{ label: 'Promotion', until, position }])
})

test('a discount that is open, or ends outside of the months shown, is not marked', () => {
  const discounts = [promotion, { ...promotion, until: '2030-01-31' }]
  expect(discountEnds({ ...shopCost, discounts })).toEqual([])
})
