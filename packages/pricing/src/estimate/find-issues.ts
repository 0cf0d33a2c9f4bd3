import { checkedDay } from '../check-numbers.js'
import type { RateCard } from '../rates/rate-card.js'
import { unknownRegion } from '../rates/unknown-region.js'
import type { PricingIssue } from './cost-estimate.js'
import type { CostInput } from './cost-input.js'
import { type Discount, PROMOTION_ID } from './discounts.js'
import { overlongSchedule } from './price-pipeline.js'

/** Prices change about every quarter; an older card is likely to be wrong somewhere. */
const OLD_CARD_DAYS = 90

/** What the user should know beside the figures, the gravest first. */
export function findIssues(
  input: CostInput,
  card: RateCard,
  discounts: readonly Discount[],
  asOf: string,
): readonly PricingIssue[] {
  return [
    ...unknownRegion(input, card),
    ...input.pipelines.flatMap(overlongSchedule),
    ...endedDiscounts(discounts, asOf),
    ...uselessPromotion(input, card),
    ...oldCard(card, asOf),
    ...provisioned(input),
  ]
}

function endedDiscounts(discounts: readonly Discount[], asOf: string): readonly PricingIssue[] {
  return discounts
    .filter(({ until, percentage }) => until !== undefined && until < asOf && percentage > 0)
    .map(({ label, percentage, until, own }) => ({
      ruleId: 'LB032',
      level: 'warn',
      message: `${label} (${percentage} %) ended on ${until}, before ${asOf}: it is not applied`,
      hint: own
        ? 'Give the end date of your present contract, or remove the discount.'
        : 'Expect the undiscounted price, unless Databricks has prolonged it; then use a newer rate card.',
    }))
}

function uselessPromotion(input: CostInput, card: RateCard): readonly PricingIssue[] {
  const given = input.promotionPercentage ?? 0
  if (given === 0 || card.discounts.some(({ id }) => id === PROMOTION_ID)) return []
  return [
    {
      ruleId: 'LB032',
      level: 'warn',
      message: `The promotion of ${given} % is not applied: rate card ${card.id} has no promotion, so its dates are not known`,
      hint: 'Give it as a discount of your own, with dates.',
    },
  ]
}

function oldCard(card: RateCard, asOf: string): readonly PricingIssue[] {
  const age = checkedDay('asOf', asOf) - checkedDay('rateCard.id', card.id)
  if (age <= OLD_CARD_DAYS) return []
  return [
    {
      ruleId: 'LB034',
      level: 'warn',
      message: `The rate card of ${card.id} is ${age} days old on ${asOf}`,
      hint: 'Compare the rates you use with the Databricks price page or system.billing.list_prices, and pass a newer card if one differs.',
    },
  ]
}

function provisioned(input: CostInput): readonly PricingIssue[] {
  return input.computes
    .filter((use) => use.product === 'provisioned-legacy')
    .map((use) => ({
      ruleId: 'LB033',
      level: 'note',
      line: use.id,
      message: `${use.label}: Provisioned instances cannot be created since 2026-03-12; this price is for comparison`,
      hint: 'Price an Autoscaling compute instead: one Provisioned CU has the memory of 8 Autoscaling CU.',
    }))
}
