import { type Random, randomOf } from '../random.js'
import { type Row, rows, type Tables } from '../table.js'
import { orderRows } from './orders.js'
import { partRows, partSupplierRows } from './parts.js'
import { COMMENTS, NATIONS, REGIONS, SEGMENTS } from './words.js'

const SUPPLIERS = 40
const CUSTOMERS = 150
const ORDERS = 1_500

/** The eight tables of TPC-H, about a thousandth of its scale factor 1. */
export function hTables(): Tables {
  const random = randomOf(22)
  return {
    region: REGIONS.map((name, key) => ({ r_regionkey: key, r_name: name, r_comment: null })),
    nation: NATIONS.map(([name, region], key) => ({
      n_nationkey: key,
      n_name: name,
      n_regionkey: region,
      n_comment: random.pick(COMMENTS),
    })),
    supplier: rows(SUPPLIERS, (key) => supplier(random, key)),
    customer: rows(CUSTOMERS, (key) => customer(random, key)),
    part: partRows(random),
    partsupp: partSupplierRows(random, SUPPLIERS),
    ...orderRows(random, ORDERS, { customers: CUSTOMERS, suppliers: SUPPLIERS }),
  }
}

function supplier(random: Random, key: number): Row {
  const nation = random.int(0, NATIONS.length - 1)
  return {
    s_suppkey: key,
    s_name: `Supplier#${String(key).padStart(9, '0')}`,
    s_address: `${random.int(1, 99)} Dock Road`,
    s_nationkey: nation,
    s_phone: phone(random, nation),
    s_acctbal: random.cents(-900, 9_999),
    s_comment: key % 13 === 0 ? 'slow Customer service, Complaints' : random.pick(COMMENTS),
  }
}

function customer(random: Random, key: number): Row {
  const nation = random.int(0, NATIONS.length - 1)
  return {
    c_custkey: key,
    c_name: `Customer#${String(key).padStart(9, '0')}`,
    c_address: random.chance(0.1) ? null : `${random.int(1, 99)} Main Street`,
    c_nationkey: nation,
    c_phone: phone(random, nation),
    c_acctbal: random.cents(-900, 9_999),
    c_mktsegment: random.pick(SEGMENTS),
    c_comment: random.pick(COMMENTS),
  }
}

function phone(random: Random, nation: number): string {
  return `${nation + 10}-${random.int(100, 999)}-${random.int(100, 999)}-${random.int(1_000, 9_999)}`
}
