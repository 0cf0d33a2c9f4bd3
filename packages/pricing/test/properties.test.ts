import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CostEstimate, CostInput, RateCard } from '../src/index.js'
import { estimateCost, latestRateCard } from '../src/index.js'
import { autoscaling, costInput, isoDate, ownDiscount, quantity } from './arbitraries.js'
import { exactly, NO_STORAGE, scheduled, workload } from './inputs.js'

const AS_OF = '2026-11-23'

function estimate(input: CostInput, asOf = AS_OF, rateCard = latestRateCard): CostEstimate {
  return estimateCost(input, { rateCard, asOf })
}

const pricedLines = (result: CostEstimate) =>
  result.lines.filter((line) => line.status === 'priced')

/** Sums of floats in another order differ in the last digits. */
function expectAtMost(smaller: number, larger: number): void {
  expect(smaller).toBeLessThanOrEqual(larger + 1e-9 * Math.max(1, Math.abs(larger)))
}

test('the priced lines add up to the total', () => {
  fc.assert(
    fc.property(costInput, isoDate, (input, asOf) => {
      const result = estimate(input, asOf)
      const sum = pricedLines(result).reduce((total, line) => total + line.amount, 0)
      expect(result.monthly.expected).toBeCloseTo(sum, 6)
      expect(result.complete).toBe(pricedLines(result).length === result.lines.length)
    }),
  )
})

test('low <= expected <= high, and expected <= list, in each line and in the total', () => {
  fc.assert(
    fc.property(costInput, isoDate, (input, asOf) => {
      const result = estimate(input, asOf)
      for (const line of pricedLines(result)) {
        expectAtMost(line.low, line.amount)
        expectAtMost(line.amount, line.high)
        expectAtMost(line.amount, line.list)
        expect(line.low).toBeGreaterThanOrEqual(0)
      }
      expectAtMost(result.monthly.low, result.monthly.expected)
      expectAtMost(result.monthly.expected, result.monthly.high)
    }),
  )
})

test('the formula of a line, typed into a calculator, gives its amount', () => {
  fc.assert(
    fc.property(costInput, (input) => {
      for (const line of pricedLines(estimate(input))) {
        expectAtMost(Math.abs(calculate(line.formula) - line.amount), 5e-5 * line.amount + 1e-6)
      }
    }),
  )
})

/** Sum of products; words and what stands in brackets do not count. */
function calculate(formula: string): number {
  return formula
    .replaceAll(/\(.*?\)/g, '')
    .split(' + ')
    .map((product) =>
      product
        .split(' x ')
        .reduce((result, factor) => result * Number.parseFloat(factor.replace('$', '')), 1),
    )
    .reduce((sum, product) => sum + product, 0)
}

test('the same compute n times costs n times as much', () => {
  fc.assert(
    fc.property(autoscaling, fc.integer({ min: 2, max: 20 }), (use, count) => {
      const one = estimate(workload({ computes: [{ ...use, count: 1 }] })).monthly
      const many = estimate(workload({ computes: [{ ...use, count }] })).monthly
      expect(many.expected).toBeCloseTo(count * one.expected, 5)
      expect(many.high).toBeCloseTo(count * one.high, 5)
    }),
  )
})

test('more CU never cost less', () => {
  fc.assert(
    fc.property(autoscaling, fc.double({ min: 0, max: 16, noNaN: true }), (use, more) => {
      const bigger = {
        ...use,
        minCu: use.minCu + more,
        maxCu: use.maxCu + more,
        usage:
          use.usage.kind === 'average'
            ? ({ kind: 'average', cu: use.usage.cu + more } as const)
            : ({ kind: 'hourly', cu: use.usage.cu.map((cu) => cu + more) } as const),
      }
      // An average at its maximum can land a rounding error above the new one.
      fc.pre(bigger.usage.kind === 'hourly' || bigger.usage.cu <= bigger.maxCu)
      fc.pre(bigger.usage.kind === 'hourly' || bigger.usage.cu >= bigger.minCu)
      expectAtMost(
        estimate(workload({ computes: [use] })).monthly.expected,
        estimate(workload({ computes: [bigger] })).monthly.expected,
      )
    }),
  )
})

test('more hours never cost less, unless the last one earns the Always-On discount', () => {
  const hours = fc.double({ min: 0, max: 729, noNaN: true })
  fc.assert(
    fc.property(autoscaling, hours, hours, (use, a, b) => {
      const cost = (hoursUp: number) =>
        estimate(workload({ computes: [{ ...use, hoursUp }] })).monthly.expected
      expectAtMost(cost(Math.min(a, b)), cost(Math.max(a, b)))
    }),
  )
})

test('more GB, and more hours of a pipeline, never cost less', () => {
  fc.assert(
    fc.property(quantity(1e6), ({ low, expected }) => {
      const stored = (gb: number) =>
        estimate(workload({ storage: { ...NO_STORAGE, dataGb: exactly(gb) } })).monthly.expected
      const synced = (runs: number) =>
        estimate(workload({ pipelines: [scheduled(0.01, runs)] })).monthly.expected
      expectAtMost(stored(low), stored(expected))
      expectAtMost(synced(low), synced(expected))
    }),
  )
})

test('a discount never raises a bill, in this month or the next twelve', () => {
  fc.assert(
    fc.property(costInput, ownDiscount, isoDate, (input, discount, asOf) => {
      const without = estimate(input, asOf)
      const discounts = [...input.discounts, { ...discount, name: 'one more' }]
      const reduced = estimate({ ...input, discounts }, asOf)
      expectAtMost(reduced.monthly.expected, without.monthly.expected)
      expectAtMost(reduced.monthly.low, without.monthly.low)
      expectAtMost(reduced.monthly.high, without.monthly.high)
      expect(reduced.monthly.list).toBe(without.monthly.list)
      reduced.next12Months.forEach(({ amount }, index) => {
        expectAtMost(amount, without.next12Months[index]?.amount ?? Number.NaN)
      })
    }),
  )
})

test('the savings of the discounts are what list and expected differ by', () => {
  fc.assert(
    fc.property(costInput, isoDate, (input, asOf) => {
      const { discounts, monthly } = estimate(input, asOf)
      const saved = discounts.reduce((sum, discount) => sum + discount.saves, 0)
      expect(saved).toBeCloseTo(monthly.list - monthly.expected, 5)
    }),
  )
})

test('without a rate an estimate is the same or incomplete, never complete and smaller', () => {
  fc.assert(
    fc.property(costInput, fc.constantFrom(...deletions()), (input, remove) => {
      const whole = estimate(input)
      const part = estimate(input, AS_OF, remove(latestRateCard))
      if (part.complete) expect(part.monthly).toEqual(whole.monthly)
      else expectAtMost(part.monthly.expected, whole.monthly.expected)
    }),
    { numRuns: 500 },
  )
})

/** Each takes one kind of rate out of a card. */
function deletions(): readonly ((card: RateCard) => RateCard)[] {
  return [
    (card) => ({ ...card, regions: [] }),
    (card) => ({ ...card, regions: card.regions.map(({ databaseDbu: _, ...rest }) => rest) }),
    (card) => ({ ...card, regions: card.regions.map(({ storageDsu: _, ...rest }) => rest) }),
    (card) => ({ ...card, regions: card.regions.map(({ pipelineDbu: _, ...rest }) => rest) }),
    (card) => ({ ...card, computeDbuPerCuHour: [] }),
    ({ provisionedDbuPerCuHour: _, ...rest }) => rest,
    ({ storageDsuPerGbMonth: { data: _, ...rest }, ...card }) => ({
      ...card,
      storageDsuPerGbMonth: rest,
    }),
    ({ storageDsuPerGbMonth: { history: _, ...rest }, ...card }) => ({
      ...card,
      storageDsuPerGbMonth: rest,
    }),
    ({ storageDsuPerGbMonth: { snapshot: _, ...rest }, ...card }) => ({
      ...card,
      storageDsuPerGbMonth: rest,
    }),
    ({ pipelineDbuPerHour: { scheduled: _, ...rest }, ...card }) => ({
      ...card,
      pipelineDbuPerHour: rest,
    }),
    ({ pipelineDbuPerHour: { continuous: _, ...rest }, ...card }) => ({
      ...card,
      pipelineDbuPerHour: rest,
    }),
  ]
}

test('the day on which the promotion ends splits the month that it lies in', () => {
  fc.assert(
    fc.property(autoscaling, fc.integer({ min: 1, max: 31 }), (use, day) => {
      const until = `2027-03-${String(day).padStart(2, '0')}`
      const discounts = latestRateCard.discounts.map((discount) =>
        discount.id === 'promotion' ? { ...discount, until } : discount,
      )
      const result = estimate(workload({ computes: [use] }), AS_OF, {
        ...latestRateCard,
        discounts,
      })
      const amounts = new Map(result.next12Months.map(({ month, amount }) => [month, amount]))
      const full = amounts.get('2027-04') ?? Number.NaN
      expect(amounts.get('2027-02')).toBeCloseTo(full / 2, 5)
      expect(amounts.get('2027-03')).toBeCloseTo(full * (1 - (0.5 * day) / 31), 5)
    }),
  )
})
