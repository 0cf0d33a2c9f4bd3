import type { DaySpan } from '../calendar.js'
import { checkedDay } from '../check-numbers.js'
import type { PublicDiscount } from '../rates/rate-card.js'
import type { Charge, ChargeKind } from './charge.js'
import type { CostInput, OwnDiscount } from './cost-input.js'

/** Id by which `promotionPercentage` finds the discount whose percentage it replaces. */
export const PROMOTION_ID = 'promotion'

/** A public or own discount, ready to be applied. */
export interface Discount extends DaySpan {
  readonly id: string
  readonly label: string
  readonly percentage: number
  readonly kinds: readonly ChargeKind[]
  readonly until?: string
  readonly own: boolean
}

/** All discounts in the order in which they apply, whatever the date. */
export function allDiscounts(
  input: Pick<CostInput, 'discounts' | 'promotionPercentage'>,
  publicOnes: readonly PublicDiscount[],
): readonly Discount[] {
  return [
    ...publicOnes.map((discount) => publicDiscount(discount, input.promotionPercentage)),
    ...input.discounts.map(ownDiscount),
  ]
}

export function inForce(discounts: readonly Discount[], day: number): readonly Discount[] {
  return discounts.filter(({ first, last }) => first <= day && day <= last)
}

export function coversCharge(discount: Discount, charge: Charge): boolean {
  return discount.percentage > 0 && discount.kinds.includes(charge.kind)
}

/** USD of the charges after discounts; percentages multiply. */
export function discounted(charges: readonly Charge[], discounts: readonly Discount[]): number {
  return charges.reduce(
    (sum, charge) =>
      discounts
        .filter((discount) => coversCharge(discount, charge))
        .reduce((left, { percentage }) => left * (1 - percentage / 100), charge.list) + sum,
    0,
  )
}

function publicDiscount(discount: PublicDiscount, promotionPercentage?: number): Discount {
  const { id, label, percentage, appliesTo } = discount
  return {
    id,
    label,
    percentage: id === PROMOTION_ID ? (promotionPercentage ?? percentage) : percentage,
    kinds: appliesTo === 'compute' ? ['compute', 'compute-baseline'] : ['compute-baseline'],
    ...span(`rateCard.discounts.${id}`, discount),
    own: false,
  }
}

function ownDiscount(discount: OwnDiscount): Discount {
  return {
    id: `own.${discount.name}`,
    label: discount.name,
    percentage: discount.percentage,
    kinds: discount.appliesTo.flatMap((group): readonly ChargeKind[] =>
      group === 'compute' ? ['compute', 'compute-baseline'] : [group],
    ),
    ...span(`discounts.${discount.name}`, discount),
    own: true,
  }
}

/** @throws CostInputError for a date that is none: taking it for an open end would change the bill. */
function span(path: string, dates: { readonly from?: string; readonly until?: string }) {
  const { from, until } = dates
  return {
    first: from === undefined ? -Infinity : checkedDay(`${path}.from`, from),
    last: until === undefined ? Infinity : checkedDay(`${path}.until`, until),
    ...(until === undefined ? {} : { until }),
  }
}
