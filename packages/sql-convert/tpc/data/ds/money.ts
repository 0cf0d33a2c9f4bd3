import { centsText, type Random } from '../random.js'
import type { Row } from '../table.js'

/** The prices of a line of sale that all three channels have; sums hold, as in the specification. */
export function saleMoney(random: Random, prefix: string): Row {
  const quantity = random.int(1, 100)
  const wholesale = random.int(100, 10_000)
  const list = Math.round(wholesale * (1 + random.int(0, 100) / 100))
  const sales = Math.round((list * random.int(20, 100)) / 100)
  const coupon = random.chance(0.2) ? Math.round(quantity * sales * 0.3) : 0
  const paid = quantity * sales - coupon
  const tax = Math.round(paid * 0.07)
  return named(prefix, {
    quantity: random.chance(0.02) ? null : quantity,
    wholesale_cost: centsText(wholesale),
    list_price: centsText(list),
    sales_price: random.chance(0.02) ? null : centsText(sales),
    ext_discount_amt: centsText(quantity * (list - sales)),
    ext_sales_price: centsText(quantity * sales),
    ext_wholesale_cost: centsText(quantity * wholesale),
    ext_list_price: centsText(quantity * list),
    ext_tax: centsText(tax),
    coupon_amt: centsText(coupon),
    net_paid: random.chance(0.02) ? null : centsText(paid),
    net_paid_inc_tax: centsText(paid + tax),
    net_profit: centsText(paid - quantity * wholesale),
  })
}

export function shippingMoney(random: Random, prefix: string, sale: Row): Row {
  const paid = cents(sale[`${prefix}net_paid`])
  const tax = cents(sale[`${prefix}ext_tax`])
  const shipping = random.int(100, 50_000)
  return named(prefix, {
    ext_ship_cost: centsText(shipping),
    net_paid_inc_ship: centsText(paid + shipping),
    net_paid_inc_ship_tax: centsText(paid + shipping + tax),
  })
}

/** What a return of a part of a sale costs; `amount` and `credit` are named otherwise by channel. */
export function returnMoney(
  random: Random,
  prefix: string,
  { quantity, paid, amount, credit }: Returned,
): Row {
  const returned = random.int(1, Math.max(1, quantity))
  const value = Math.round((paid * returned) / Math.max(1, quantity))
  const fee = random.int(50, 10_000)
  const cash = Math.round((value * random.int(0, 100)) / 100)
  return named(prefix, {
    return_quantity: random.chance(0.03) ? null : returned,
    [amount]: centsText(value),
    return_tax: centsText(Math.round(value * 0.07)),
    return_amt_inc_tax: centsText(Math.round(value * 1.07)),
    fee: centsText(fee),
    return_ship_cost: centsText(random.int(100, 9_000)),
    refunded_cash: centsText(cash),
    reversed_charge: centsText(Math.round((value - cash) / 2)),
    [credit]: centsText(value - cash - Math.round((value - cash) / 2)),
    net_loss: centsText(fee + random.int(0, 50_000)),
  })
}

interface Returned {
  readonly quantity: number
  /** In cents. */
  readonly paid: number
  readonly amount: string
  readonly credit: string
}

export function cents(amount: Row[string] | undefined): number {
  return Math.round(Number(amount ?? 0) * 100)
}

function named(prefix: string, row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [`${prefix}${name}`, cell]))
}
