import { anyNotNull, anyNulByte, anyNull, columnList } from './key-columns.js'
import { quoteName } from './quote-name.js'
import type { Sampling } from './sample-query.js'

/**
 * One row for the whole table: its rows, those with a null in the key, those beyond the first of
 * their key, those with a byte 0x00, and the different keys of each index (`k0`, ...).
 */
export function scanQuery({
  table,
  columns,
  primaryKey,
  indexes,
}: Omit<Sampling, 'percent' | 'rows'>): string {
  const nulls = anyNull(primaryKey ?? [])
  const selected = [
    'count(*) AS rows',
    `${count(nulls)} AS null_key`,
    `${primaryKey ? `count(*) - ${count(nulls)} - ${distinct(primaryKey)}` : '0'} AS duplicate_key`,
    `${count(anyNulByte(columns))} AS nul_byte`,
    ...indexes.map((key, index) => `${key ? distinctWithNulls(key) : 'NULL'} AS k${index}`),
  ]
  return `SELECT ${selected.join(', ')} FROM ${quoteName(table)}`
}

/** Rows with a null in the key are not counted. */
function distinct(key: Parameters<typeof columnList>[0]): string {
  return `count(DISTINCT ${columnList(key)})`
}

/** A null is a value of the key here, unless all of it is null. */
function distinctWithNulls(key: Parameters<typeof columnList>[0]): string {
  return `count(DISTINCT CASE WHEN ${anyNotNull(key)} THEN struct(${columnList(key)}) END)`
}

function count(condition: string): string {
  return condition === '' ? '0' : `count_if(${condition})`
}
