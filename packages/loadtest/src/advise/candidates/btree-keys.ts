import type { Table } from '../catalog/catalog.js'
import type { Condition, Key, OrderUse, TableUse } from '../uses/table-use.js'
import type { IndexKey } from './candidate.js'
import type { KeyWeights } from './candidates-of.js'

export type Keys = readonly [IndexKey, ...IndexKey[]]

type Equal = Extract<Condition, { kind: 'equal' }>

/**
 * Column orders of B-trees: what is equal first, so that the rows lie together, then one range or
 * the order in which they are wanted.
 */
export function btreeKeys(use: TableUse, weightOf: KeyWeights): readonly Keys[] {
  const equals = use.conditions.filter((one) => one.kind === 'equal')
  const constants = equals.filter(({ joins }) => joins.length === 0)
  const heads = headsOf(use, constants, equals).map((keys) => sorted(use, keys, weightOf))
  const tails = tailsOf(use)
  const singles = [
    ...equals.map(({ key }) => [plain(key)]),
    ...tails.map((tail) => tail.slice(0, 1)),
  ]
  return [
    ...heads,
    ...heads.flatMap((head) => tails.map((tail) => joined(head, tail))),
    ...tails,
    ...singles,
  ].flatMap((keys) => nonEmpty(keys))
}

/** Equalities that hold at once: those with constants, and those with the rows of other tables. */
function headsOf(
  { conditions }: TableUse,
  constants: readonly Equal[],
  equals: readonly Equal[],
): readonly (readonly Key[])[] {
  const joins = equals.filter((one) => one.joins.length > 0)
  const partners = new Set(joins.flatMap((one) => one.joins))
  const withPartner = [...partners].map((partner) =>
    joins.filter((one) => one.joins.length === 1 && one.joins[0] === partner),
  )
  const groups = [
    constants,
    joins,
    ...withPartner,
    ...withPartner.map((one) => [...constants, ...one]),
    equals,
  ]
  const flags = conditions.filter((one) => one.kind === 'test')
  // A boolean column is a key of its own where nothing else is known.
  const booleans = flags.map(({ column, test }) =>
    test === column ? [{ sql: column, column }] : [],
  )
  return [...groups.map((group) => group.map(({ key }) => key)), ...booleans]
}

function tailsOf({
  table,
  conditions,
  orders,
  groups,
}: TableUse): readonly (readonly IndexKey[])[] {
  const ranges = conditions.flatMap((one) => (one.kind === 'range' ? [[plain(one.key)]] : []))
  const prefixes = conditions.flatMap((one) =>
    one.kind === 'prefix' ? [[prefixKey(table, one.key)]] : [],
  )
  return [
    ...ranges,
    ...prefixes,
    ...orders.map(orderKeys),
    ...groups.map((group) => group.map(plain)),
  ]
}

/** LIKE 'abc%' needs the order of bytes, which only the collation C has by itself. */
function prefixKey({ columns }: Table, key: Key): IndexKey {
  const column = columns.find(({ name }) => name === key.column)
  if (column?.isBytewise) return plain(key)
  const isPadded = column?.type.startsWith('character(') ?? false
  return { ...plain(key), opclass: isPadded ? 'bpchar_pattern_ops' : 'text_pattern_ops' }
}

function orderKeys({ keys }: OrderUse): readonly IndexKey[] {
  const [first] = keys
  // A B-tree is read in both directions: one that begins with ascending keys serves more queries.
  return first?.descending
    ? keys.map((key) => ({ ...key, descending: !key.descending, nullsFirst: !key.nullsFirst }))
    : keys
}

/** Keys that more of the workload asks for first, so that the index serves them too. */
function sorted(use: TableUse, keys: readonly Key[], weightOf: KeyWeights): readonly IndexKey[] {
  const distinct = (key: Key) => distinctOf(use, key)
  return keys
    .toSorted(
      (one, other) =>
        weightOf(use, other.sql) - weightOf(use, one.sql) ||
        distinct(other) - distinct(one) ||
        (one.sql < other.sql ? -1 : 1),
    )
    .map(plain)
}

function distinctOf({ table }: TableUse, { column }: Key): number {
  const found = table.columns.find(({ name }) => name === column)?.distinct ?? 0
  return found < 0 ? -found * Math.max(table.rows, 0) : found
}

function joined(head: readonly IndexKey[], tail: readonly IndexKey[]): readonly IndexKey[] {
  return [...head, ...tail]
}

function plain({ sql, column }: Key): IndexKey {
  return { sql, ...(column !== undefined && { column }), descending: false, nullsFirst: false }
}

/** Each key once; a single key needs no direction. */
function nonEmpty(keys: readonly IndexKey[]): readonly Keys[] {
  const once = keys.filter((key, place) => keys.findIndex(({ sql }) => sql === key.sql) === place)
  const [first, ...rest] = once
  if (!first) return []
  return rest.length === 0
    ? [[{ ...first, descending: false, nullsFirst: false }]]
    : [[first, ...rest]]
}
