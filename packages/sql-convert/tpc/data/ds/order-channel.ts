import type { Random } from '../random.js'
import type { Row } from '../table.js'
import { COUNTS } from './counts.js'
import { cents, returnMoney, saleMoney, shippingMoney } from './money.js'
import { perhaps, soldAt, soldOn } from './sold.js'

/** What the catalog and the web have in common: orders with two parties, shipped. */
export interface Channel {
  readonly sale: string
  readonly back: string
  readonly orders: number
  /** Keys that only this channel has, of an order. */
  readonly own: (random: Random) => Row
  readonly amount: string
  readonly credit: string
}

export interface ChannelRows {
  readonly sales: readonly Row[]
  readonly returns: readonly Row[]
}

export function orderChannel(random: Random, channel: Channel): ChannelRows {
  const sales = Array.from({ length: channel.orders }, (_, place) =>
    order(random, channel, place + 1),
  ).flat()
  const returns = sales
    .filter(() => random.chance(0.25))
    .map((sale) => orderReturn(random, channel, sale))
  return { sales, returns }
}

function order(random: Random, { sale, own }: Channel, number: number): readonly Row[] {
  const first = random.int(1, COUNTS.item)
  const sold = perhaps(random, soldOn(random))
  const bill = party(random, `${sale}bill_`)
  const common: Row = {
    [`${sale}sold_date_sk`]: sold,
    [`${sale}sold_time_sk`]: perhaps(random, soldAt(random)),
    ...bill,
    ...(random.chance(0.4) ? shippedToBill(bill) : party(random, `${sale}ship_`)),
    ...own(random),
    [`${sale}order_number`]: number,
  }
  return Array.from({ length: random.int(1, 6) }, (_, place) => {
    const money = saleMoney(random, sale)
    return {
      ...common,
      [`${sale}ship_date_sk`]: sold === null ? null : sold + random.int(2, 125),
      [`${sale}item_sk`]: ((first + place * 11) % COUNTS.item) + 1,
      [`${sale}ship_mode_sk`]: perhaps(random, random.int(1, COUNTS.shipMode)),
      [`${sale}warehouse_sk`]: perhaps(random, random.int(1, COUNTS.warehouse)),
      [`${sale}promo_sk`]: perhaps(random, random.int(1, COUNTS.promotion)),
      ...money,
      ...shippingMoney(random, sale, money),
    }
  })
}

function shippedToBill(bill: Row): Row {
  return {
    ...bill,
    ...Object.fromEntries(
      Object.entries(bill).map(([name, cell]) => [name.replace('bill_', 'ship_'), cell]),
    ),
  }
}

function party(random: Random, prefix: string): Row {
  return {
    [`${prefix}customer_sk`]: perhaps(random, random.int(1, COUNTS.customer)),
    [`${prefix}cdemo_sk`]: perhaps(random, random.int(1, COUNTS.demographics)),
    [`${prefix}hdemo_sk`]: perhaps(random, random.int(1, COUNTS.household)),
    [`${prefix}addr_sk`]: perhaps(random, random.int(1, COUNTS.address)),
  }
}

function orderReturn(random: Random, channel: Channel, line: Row): Row {
  const { sale, back, amount, credit } = channel
  const of = (name: string) => line[`${sale}${name}`] ?? null
  const sold = Number(of('sold_date_sk') ?? soldOn(random))
  const demographics = of('bill_cdemo_sk')
  return {
    [`${back}returned_date_sk`]: perhaps(random, sold + random.int(3, 150)),
    [`${back}returned_time_sk`]: soldAt(random),
    [`${back}item_sk`]: of('item_sk'),
    [`${back}refunded_customer_sk`]: of('bill_customer_sk'),
    [`${back}refunded_cdemo_sk`]: demographics,
    [`${back}refunded_hdemo_sk`]: of('bill_hdemo_sk'),
    [`${back}refunded_addr_sk`]: of('bill_addr_sk'),
    [`${back}returning_customer_sk`]: of('ship_customer_sk'),
    [`${back}returning_cdemo_sk`]: random.chance(0.7) ? demographics : of('ship_cdemo_sk'),
    [`${back}returning_hdemo_sk`]: of('ship_hdemo_sk'),
    [`${back}returning_addr_sk`]: of('ship_addr_sk'),
    [`${back}reason_sk`]: perhaps(random, random.int(1, COUNTS.reason)),
    [`${back}order_number`]: of('order_number'),
    ...returnMoney(random, back, {
      quantity: Number(of('quantity') ?? 1),
      paid: cents(of('ext_sales_price')),
      amount,
      credit,
    }),
  }
}
