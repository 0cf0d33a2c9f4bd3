import { dayAfter } from '../day.js'
import { centsText, type Random } from '../random.js'
import type { Row } from '../table.js'
import { PARTS, suppliersOf } from './parts.js'
import { COMMENTS, INSTRUCTIONS, MODES, PRIORITIES } from './words.js'

const FIRST_DAY = '1992-01-01'
const ORDER_DAYS = 2_406
const TODAY = '1995-06-17'

export interface Orders {
  readonly orders: readonly Row[]
  readonly lineitem: readonly Row[]
}

/** Every third customer orders nothing. */
export function orderRows(random: Random, count: number, sizes: Sizes): Orders {
  const all = Array.from({ length: count }, (_, place) => oneOrder(random, place + 1, sizes))
  return { orders: all.map(({ order }) => order), lineitem: all.flatMap(({ items }) => items) }
}

interface Sizes {
  readonly customers: number
  readonly suppliers: number
}

function oneOrder(random: Random, key: number, { customers, suppliers }: Sizes) {
  const orderKey = (key >> 3) * 32 + (key % 8)
  const date = dayAfter(FIRST_DAY, random.int(0, ORDER_DAYS))
  const number = random.int(1, 7)
  const items = Array.from({ length: number }, (_, place) =>
    lineItem(random, { orderKey, date, line: place + 1, suppliers }),
  )
  const open = items.filter(({ l_linestatus }) => l_linestatus === 'O').length
  const customer = random.int(1, customers)
  const total = items.reduce((sum, item) => sum + Number(item.l_extendedprice), 0)
  const order: Row = {
    o_orderkey: orderKey,
    o_custkey: customer % 3 === 0 ? customer - 1 : customer,
    o_orderstatus: statusOf(open, number),
    o_totalprice: total.toFixed(2),
    o_orderdate: date,
    o_orderpriority: random.pick(PRIORITIES),
    o_clerk: `Clerk#${String(random.int(1, 10)).padStart(9, '0')}`,
    o_shippriority: 0,
    o_comment: random.pick(COMMENTS),
  }
  return { order, items }
}

function statusOf(open: number, all: number): string {
  if (open === 0) return 'F'
  return open === all ? 'O' : 'P'
}

interface Line {
  readonly orderKey: number
  readonly date: string
  readonly line: number
  readonly suppliers: number
}

function lineItem(random: Random, { orderKey, date, line, suppliers }: Line): Row {
  const part = random.int(1, PARTS)
  const quantity = random.int(1, 50)
  const shipped = dayAfter(date, random.int(1, 121))
  const received = dayAfter(shipped, random.int(1, 30))
  return {
    l_orderkey: orderKey,
    l_partkey: part,
    l_suppkey: random.pick(suppliersOf(part, suppliers)),
    l_linenumber: line,
    l_quantity: quantity,
    l_extendedprice: centsText(quantity * random.int(90_000, 190_000)),
    l_discount: centsText(random.int(0, 10)),
    l_tax: centsText(random.int(0, 8)),
    l_returnflag: received <= TODAY ? random.pick(['R', 'A']) : 'N',
    l_linestatus: shipped > TODAY ? 'O' : 'F',
    l_shipdate: shipped,
    l_commitdate: dayAfter(date, random.int(30, 90)),
    l_receiptdate: received,
    l_shipinstruct: random.pick(INSTRUCTIONS),
    l_shipmode: random.pick(MODES),
    l_comment: random.chance(0.1) ? null : random.pick(COMMENTS),
  }
}
