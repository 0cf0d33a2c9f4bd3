import type { Table } from '../catalog/catalog.js'
import { quoteName } from '../quote.js'

/** An index that might help. */
export interface Candidate {
  readonly table: Table
  readonly method: 'btree' | 'gin'
  readonly keys: readonly [IndexKey, ...IndexKey[]]
  readonly include: readonly string[]
  /** Condition of a partial index. */
  readonly where?: string
}

export interface IndexKey {
  /** A quoted column, or an expression. */
  readonly sql: string
  /** Missing for an expression. */
  readonly column?: string
  /** Where it is not the type's default. */
  readonly opclass?: string
  readonly descending: boolean
  readonly nullsFirst: boolean
}

/** The part of the definition behind the table's name; two of one text are the same index. */
export function definitionOf({ method, keys, include, where }: Candidate): string {
  const using = method === 'btree' ? '' : `USING ${method} `
  const payload = include.length === 0 ? '' : ` INCLUDE (${include.map(quoteName).join(', ')})`
  const condition = where === undefined ? '' : ` WHERE ${where}`
  return `${using}(${keys.map(keySql).join(', ')})${payload}${condition}`
}

function keySql({ sql, opclass, descending, nullsFirst }: IndexKey): string {
  const direction = descending ? ' DESC' : ''
  const nulls = nullsFirst === descending ? '' : ` NULLS ${nullsFirst ? 'FIRST' : 'LAST'}`
  return `${sql}${opclass === undefined ? '' : ` ${opclass}`}${direction}${nulls}`
}

/** Unique over all tables. */
export function identityOf(candidate: Candidate): string {
  return `${quoteName(candidate.table.schema)}.${quoteName(candidate.table.name)} ${definitionOf(candidate)}`
}
