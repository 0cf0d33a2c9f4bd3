import type { ExistingIndex } from '../catalog/catalog.js'
import type { IndexKey } from './candidate.js'

/** What of an index decides what it can serve. */
export interface Coverage {
  readonly method: string
  readonly keys: readonly IndexKey[]
  readonly include: readonly string[]
  readonly where?: string
}

export function coverageOf(index: ExistingIndex): Coverage {
  return {
    method: index.method,
    keys: index.keys.map(({ column, opclass, ...key }) => ({
      ...key,
      ...(column !== null && { column }),
      ...(opclass !== null && { opclass }),
    })),
    include: index.include,
    ...(index.predicate !== null && { where: index.predicate }),
  }
}

/**
 * Whether one index does all that another of the same table would: its keys begin with the other's,
 * it holds the other's columns, and it is of the same rows.
 */
export function covers(index: Coverage, other: Coverage): boolean {
  if (index.method !== other.method || index.method !== 'btree') return sameKeys(index, other)
  if (bare(index.where) !== bare(other.where)) return false
  const held = [...index.keys.flatMap(({ column }) => column ?? []), ...index.include]
  if (!other.include.every((column) => held.includes(column))) return false
  const prefix = index.keys.slice(0, other.keys.length)
  if (prefix.length < other.keys.length) return false
  // A B-tree is read in both directions.
  return sameOrder(prefix, other.keys) || sameOrder(prefix, other.keys.map(turned))
}

function sameKeys(index: Coverage, other: Coverage): boolean {
  return (
    index.method === other.method &&
    bare(index.where) === bare(other.where) &&
    index.keys.length === other.keys.length &&
    sameOrder(index.keys, other.keys)
  )
}

function sameOrder(keys: readonly IndexKey[], others: readonly IndexKey[]): boolean {
  return keys.every((key, place) => {
    const other = others[place]
    if (!other || key.opclass !== other.opclass) return false
    const isSame =
      key.column === undefined ? bare(key.sql) === bare(other.sql) : key.column === other.column
    return isSame && key.descending === other.descending && key.nullsFirst === other.nullsFirst
  })
}

function turned(key: IndexKey): IndexKey {
  return { ...key, descending: !key.descending, nullsFirst: !key.nullsFirst }
}

/** Postgres writes conditions with more parentheses and casts than people do. */
function bare(sql: string | undefined): string | undefined {
  return sql?.replace(/::(?:text|bpchar|"char"|character varying)\b|[()\s]/g, '').toLowerCase()
}
