import type { Random } from '../random.js'
import { type Row, rows } from '../table.js'
import { COLOURS, COMMENTS, CONTAINERS, TYPES } from './words.js'

export const PARTS = 200

export function partRows(random: Random): readonly Row[] {
  return rows(PARTS, (key) => {
    const maker = random.int(1, 5)
    return {
      p_partkey: key,
      p_name: [random.pick(COLOURS), random.pick(COLOURS), random.pick(COLOURS)].join(' '),
      p_mfgr: `Manufacturer#${maker}`,
      p_brand: `Brand#${maker}${random.int(1, 5)}`,
      p_type: TYPES.map((words) => random.pick<string>(words)).join(' '),
      p_size: random.int(1, 50),
      p_container: CONTAINERS.map((words) => random.pick<string>(words)).join(' '),
      p_retailprice: random.cents(900, 1_900),
      p_comment: random.chance(0.1) ? null : random.pick(COMMENTS),
    }
  })
}

/** Four suppliers a part, as in the specification; `suppliersOf` finds them again. */
export function partSupplierRows(random: Random, suppliers: number): readonly Row[] {
  return Array.from({ length: PARTS }, (_, place) => place + 1).flatMap((part) =>
    suppliersOf(part, suppliers).map((supplier) => ({
      ps_partkey: part,
      ps_suppkey: supplier,
      ps_availqty: random.int(1, 9_999),
      ps_supplycost: random.cents(1, 1_000),
      ps_comment: random.pick(COMMENTS),
    })),
  )
}

export function suppliersOf(part: number, suppliers: number): readonly number[] {
  return [0, 1, 2, 3].map((step) => ((part + (step * suppliers) / 4) % suppliers) + 1)
}
