import { checkedDay } from '../check-numbers.js'
import { findRates } from '../rates/find-rates.js'
import type { RateCard } from '../rates/rate-card.js'
import { applyDiscounts, savings } from './apply-discounts.js'
import type { DraftLine } from './charge.js'
import { checkCostInput } from './check-cost-input.js'
import type { CostEstimate, CostLine, MonthlyCost } from './cost-estimate.js'
import type { CostInput } from './cost-input.js'
import { allDiscounts, inForce } from './discounts.js'
import { findIssues } from './find-issues.js'
import { next12Months } from './next-months.js'
import { priceCompute } from './price-compute.js'
import { pricePipeline } from './price-pipeline.js'
import { priceStorage } from './price-storage.js'
import { unpricedLine } from './unpriced-line.js'

export interface EstimateOptions {
  readonly rateCard: RateCard
  /** ISO date on which the bill is looked at; it decides which discounts are in force. */
  readonly asOf: string
}

/**
 * Prices a workload: USD for a month of 730 hours, line by line, with the span it may lie in.
 *
 * A line without a rate is `unknown`: it adds nothing, `complete` is false, and every sum is then
 * an "at least". No figure is rounded.
 *
 * @throws CostInputError for a quantity that is not a number or out of its range.
 * @example
 * ```ts
 * const estimate = estimateCost(input, { rateCard: latestRateCard, asOf: '2026-11-23' })
 * console.log(estimate.monthly.expected, estimate.complete)
 * ```
 */
export function estimateCost(input: CostInput, { rateCard, asOf }: EstimateOptions): CostEstimate {
  checkCostInput(input)
  const today = checkedDay('asOf', asOf)
  const rates = findRates(input, rateCard)
  const unpriced = [
    ...input.computes.map((use) => priceCompute(use, rates)),
    ...priceStorage(input.storage, rates),
    ...input.pipelines.map((use) => pricePipeline(use, rates)),
    ...(input.unpriced ?? []).map(unpricedLine),
  ]
  const drafts = unpriced.filter((line) => line.status === 'draft')
  const discounts = allDiscounts(input, rateCard.discounts)
  const todays = inForce(discounts, today)
  const lines = unpriced.map((line) =>
    line.status === 'draft' ? applyDiscounts(line, todays) : line,
  )
  return {
    currency: rateCard.currency,
    cloud: input.cloud,
    region: input.region,
    tier: input.tier,
    rateCard: rateCard.id,
    asOf,
    monthly: monthlyCost(lines),
    complete: lines.every((line) => line.status === 'priced'),
    lines,
    next12Months: next12Months(expectedCharges(drafts), discounts, today),
    discounts: savings(drafts, todays),
    issues: findIssues(input, rateCard, discounts, asOf),
  }
}

function expectedCharges(drafts: readonly DraftLine[]) {
  return drafts.flatMap((draft) => draft.expected)
}

function monthlyCost(lines: readonly CostLine[]): MonthlyCost {
  const priced = lines.filter((line) => line.status === 'priced')
  return {
    list: priced.reduce((sum, line) => sum + line.list, 0),
    expected: priced.reduce((sum, line) => sum + line.amount, 0),
    low: priced.reduce((sum, line) => sum + line.low, 0),
    high: priced.reduce((sum, line) => sum + line.high, 0),
  }
}
