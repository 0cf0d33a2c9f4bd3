import { cellExpression } from './cell-expression.js'
import { anyNotNull, anyNulByte, anyNull, columnList } from './key-columns.js'
import { quoteName, quotePart } from './quote-name.js'
import type { SupportedColumn } from './table-columns.js'

/** What to sample of a table. */
export interface Sampling {
  readonly table: string
  readonly columns: readonly SupportedColumn[]
  readonly primaryKey: readonly SupportedColumn[] | undefined
  readonly indexes: readonly (readonly SupportedColumn[] | undefined)[]
  /** Percent of the rows to take at random, 100 for the first rows as they come. */
  readonly percent: number
  readonly rows: number
}

const SEED = 42

/**
 * One statement a table, a row of its answer for a row of the sample: the measure of each column as
 * `c0`, `c1`, ..., flags of what would break a sync, and how many rows of the sample share the row's
 * primary key (`key_rows`) and its key in each index (`k0`, ...). TABLESAMPLE by percent is random; by rows it would only be a LIMIT
 * (Databricks SQL manual, TABLESAMPLE clause, read 2026-11-27).
 */
export function sampleQuery(sampling: Sampling): string {
  const { table, columns, primaryKey, indexes, percent, rows } = sampling
  const selected = [
    ...columns.map(
      ({ name, parsed, stored }, index) =>
        `${cellExpression(quotePart(name), parsed, stored)} AS c${index}`,
    ),
    `${flag(anyNull(primaryKey ?? []))} AS null_key`,
    `${primaryKey ? rowsOfKey(primaryKey) : 1} AS key_rows`,
    `${flag(anyNulByte(columns))} AS nul_byte`,
    ...indexes.map((key, index) => `${key ? indexKey(key) : 'NULL'} AS k${index}`),
  ]
  const sample =
    percent >= 100 ? '' : ` TABLESAMPLE (${percent.toFixed(6)} PERCENT) REPEATABLE (${SEED})`
  return `SELECT ${selected.join(', ')} FROM (SELECT * FROM ${quoteName(table)}${sample} LIMIT ${rows})`
}

/** NULL where the whole key is: those rows share one key, and are known from the columns. */
function indexKey(key: readonly SupportedColumn[]): string {
  return `CASE WHEN ${anyNotNull(key)} THEN ${rowsOfKey(key)} END`
}

function rowsOfKey(key: readonly SupportedColumn[]): string {
  return `count(*) OVER (PARTITION BY ${columnList(key)})`
}

function flag(condition: string): string {
  return condition === '' ? '0' : `CASE WHEN ${condition} THEN 1 ELSE 0 END`
}
