import type { Random } from '../random.js'
import type { Row } from '../table.js'
import { COUNTS } from './counts.js'
import { cents, returnMoney, saleMoney } from './money.js'
import { perhaps, soldAt, soldOn } from './sold.js'

const TICKETS = 1_500

export function storeChannel(
  random: Random,
): Readonly<Record<'store_returns' | 'store_sales', readonly Row[]>> {
  const sales = Array.from({ length: TICKETS }, (_, place) => ticket(random, place + 1)).flat()
  const returns = sales.filter(() => random.chance(0.2)).map((sale) => storeReturn(random, sale))
  return { store_sales: sales, store_returns: returns }
}

/** The lines of a ticket have one customer, store, day and household, and each another item. */
function ticket(random: Random, number: number): readonly Row[] {
  const first = random.int(1, COUNTS.item)
  const common: Row = {
    ss_sold_date_sk: perhaps(random, soldOn(random)),
    ss_sold_time_sk: perhaps(random, soldAt(random)),
    ss_customer_sk: perhaps(random, random.int(1, COUNTS.customer)),
    ss_cdemo_sk: perhaps(random, random.int(1, COUNTS.demographics)),
    ss_hdemo_sk: perhaps(random, random.int(1, COUNTS.household)),
    ss_addr_sk: perhaps(random, random.int(1, COUNTS.address)),
    ss_store_sk: perhaps(random, random.int(1, COUNTS.store)),
    ss_ticket_number: number,
  }
  return Array.from({ length: random.int(1, 8) }, (_, place) => ({
    ...common,
    ss_item_sk: ((first + place * 7) % COUNTS.item) + 1,
    ss_promo_sk: perhaps(random, random.int(1, COUNTS.promotion)),
    ...saleMoney(random, 'ss_'),
  }))
}

function storeReturn(random: Random, sale: Row): Row {
  const sold = Number(sale.ss_sold_date_sk ?? soldOn(random))
  return {
    sr_returned_date_sk: perhaps(random, sold + random.int(1, 130)),
    sr_return_time_sk: soldAt(random),
    sr_item_sk: sale.ss_item_sk ?? null,
    sr_customer_sk: sale.ss_customer_sk ?? null,
    sr_cdemo_sk: perhaps(random, random.int(1, COUNTS.demographics)),
    sr_hdemo_sk: sale.ss_hdemo_sk ?? null,
    sr_addr_sk: sale.ss_addr_sk ?? null,
    sr_store_sk: sale.ss_store_sk ?? null,
    sr_reason_sk: perhaps(random, random.int(1, COUNTS.reason)),
    sr_ticket_number: sale.ss_ticket_number ?? null,
    ...returnMoney(random, 'sr_', {
      quantity: Number(sale.ss_quantity ?? 1),
      paid: cents(sale.ss_ext_sales_price),
      amount: 'return_amt',
      credit: 'store_credit',
    }),
  }
}
