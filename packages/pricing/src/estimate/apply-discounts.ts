import { decimal } from '../decimal.js'
import type { Charge, DraftLine } from './charge.js'
import type { AppliedDiscount, PricedLine } from './cost-estimate.js'
import { coversCharge, type Discount, discounted } from './discounts.js'

/** The line with the discounts of one day. */
export function applyDiscounts(draft: DraftLine, discounts: readonly Discount[]): PricedLine {
  const { id, group, label, quantity, quantityWhy, unit, rate } = draft
  const used = discounts.filter((discount) =>
    draft.expected.some((charge) => coversCharge(discount, charge)),
  )
  return {
    id,
    group,
    label,
    quantity,
    ...(quantityWhy !== undefined && { quantityWhy }),
    unit,
    formula: draft.expected.map((charge) => formula(charge, discounts)).join(' + '),
    status: 'priced',
    rate: rate.expected,
    amount: discounted(draft.expected, discounts),
    list: discounted(draft.expected, []),
    low: discounted(draft.low, discounts),
    high: discounted(draft.high, discounts),
    discounts: used.map((discount) => discount.id),
    source: rate.source,
    asOf: rate.asOf,
    confidence: rate.confidence,
  }
}

/**
 * What each discount takes off, in the order of application: where two multiply, the second one
 * saves on what the first one left, so the savings add up to list minus expected.
 */
export function savings(
  drafts: readonly DraftLine[],
  discounts: readonly Discount[],
): readonly AppliedDiscount[] {
  const charges = drafts.flatMap((draft) => draft.expected)
  const used = discounts.filter((discount) =>
    charges.some((charge) => coversCharge(discount, charge)),
  )
  const afterFirst = (count: number) => discounted(charges, used.slice(0, count))
  return used.map(({ id, label, percentage, until }, index) => ({
    id,
    label,
    percentage,
    ...(until === undefined ? {} : { until }),
    saves: afterFirst(index) - afterFirst(index + 1),
  }))
}

function formula(charge: Charge, discounts: readonly Discount[]): string {
  const factors = discounts
    .filter((discount) => coversCharge(discount, charge))
    .map(({ label, percentage }) => ` x ${decimal(1 - percentage / 100)} (${label})`)
  return charge.formula + factors.join('')
}
