import type { ReportCost } from '../../../report/estimate-report.js'

/** A discount that ends within the months shown. */
export interface DiscountEnd {
  readonly label: string
  /** ISO date, its last day. */
  readonly until: string
  /** In months from the start of the first one shown: 2 = between the second and the third. */
  readonly position: number
}

/** Where, among the coming months, each discount of today ends. */
export function discountEnds(cost: ReportCost): readonly DiscountEnd[] {
  return cost.discounts.flatMap(({ label, until }) => {
    if (until === undefined) return []
    const index = cost.next12Months.findIndex(({ month }) => until.startsWith(`${month}-`))
    return index < 0 ? [] : [{ label, until, position: index + partOfMonth(until) }]
  })
}

function partOfMonth(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return Math.min(1, day / days)
}
