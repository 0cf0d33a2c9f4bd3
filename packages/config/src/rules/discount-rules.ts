import limits from '../data/product-limits.json' with { type: 'json' }
import type { Discount } from '../workload.js'
import { at, type Rule } from './rule.js'

const { value: promotionEnd } = limits.promotionEnd

/** LB032: discounts that have no end, or that end later than the public promotion they stand for. */
export const discountDates: Rule = ({ discounts }, source) =>
  discounts.flatMap((discount) => {
    const message = discount.percentage > 0 ? problemOf(discount) : undefined
    if (message === undefined) return []
    const path = discount.promotion
      ? discount.at
      : [...discount.at, discount.until === undefined ? 'name' : 'until']
    const hint = discount.promotion
      ? 'Write discounts with an until date for a contract of your own.'
      : 'Write until: with the last day of the contract.'
    return at(source, path, { ruleId: 'LB032', level: 'warn', message, hint })
  })

function problemOf({ name, promotion, from, until }: Discount): string | undefined {
  if (promotion) {
    return `promotion_percentage has no end date; the public promotion ends on ${promotionEnd}`
  }
  if (until === undefined) return `discount "${name}" has no end date`
  if (from !== undefined && until < from) return `discount "${name}" ends before it begins`
  if (/promo/i.test(name) && until > promotionEnd) {
    return `discount "${name}" runs past ${promotionEnd}, the end of the public promotion`
  }
  return undefined
}
