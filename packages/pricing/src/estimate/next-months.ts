import { type CalendarMonth, monthsAfter } from '../calendar.js'
import type { Charge } from './charge.js'
import { type Discount, discounted, inForce } from './discounts.js'

/**
 * Cost of each of the twelve calendar months after `day`. Within a month each day counts the
 * discounts that are in force on it, so a discount that ends on the 10th covers 10 days.
 */
export function next12Months(
  charges: readonly Charge[],
  discounts: readonly Discount[],
  day: number,
): readonly { readonly month: string; readonly amount: number }[] {
  return monthsAfter(day, 12).map((month) => ({
    month: month.name,
    amount: amountOf(charges, discounts, month),
  }))
}

function amountOf(
  charges: readonly Charge[],
  discounts: readonly Discount[],
  month: CalendarMonth,
): number {
  const changes = discounts
    .flatMap(({ first, last }) => [first, last + 1])
    .filter((day) => month.first < day && day <= month.last)
  const starts = [...new Set([month.first, ...changes])].sort((a, b) => a - b)
  const days = month.last + 1 - month.first
  return starts.reduce((sum, start, index) => {
    const share = ((starts[index + 1] ?? month.last + 1) - start) / days
    return sum + share * discounted(charges, inForce(discounts, start))
  }, 0)
}
