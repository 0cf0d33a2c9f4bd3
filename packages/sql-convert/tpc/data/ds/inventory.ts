import { daysBetween } from '../day.js'
import type { Random } from '../random.js'
import type { Row } from '../table.js'
import { FIRST_DATE, FIRST_DATE_KEY } from './calendar.js'
import { COUNTS } from './counts.js'

const FIRST_WEEK = FIRST_DATE_KEY + daysBetween(FIRST_DATE, '2000-01-06')
const WEEKS = 100

/** What there is of every item once a week, in one warehouse or the other, from January 2000. */
export function inventoryRows(random: Random): readonly Row[] {
  const rows: Row[] = []
  for (let week = 0; week < WEEKS; week++) {
    for (let item = 1; item <= COUNTS.item; item++) {
      const warehouse = random.int(1, COUNTS.warehouse)
      rows.push({
        inv_date_sk: FIRST_WEEK + 7 * week,
        inv_item_sk: item,
        inv_warehouse_sk: warehouse,
        inv_quantity_on_hand: onHand(random),
      })
    }
  }
  return rows
}

/** Stocks that swing: TPC-DS asks for those that deviate more than their mean. */
function onHand(random: Random): number | null {
  if (random.chance(0.02)) return null
  return random.chance(0.3) ? random.int(0, 20) : random.int(0, 1_000)
}
