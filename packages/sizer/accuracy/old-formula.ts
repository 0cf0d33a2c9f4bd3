import type { Sql } from 'postgres'
import { columnKind } from './postgres-type.js'
import type { ColumnDefinition, TableDefinition } from './table-definition.js'

/** `sum(len(to_csv(struct(*))) + 32)`, the estimate of the 2025 accelerator, in Postgres' SQL with the texts that Spark writes. */
export async function oldFormula(sql: Sql, table: TableDefinition): Promise<number> {
  const fields = table.columns.map((column) => `coalesce(${csvLength(column)}, 0)`)
  const separators = table.columns.length - 1
  const [row] = await sql.unsafe(
    `select sum((${fields.join(' + ')} + ${separators} + 32)::bigint) as bytes from ${table.name}`,
  )
  return Number(row?.bytes)
}

/** `2024-01-01T00:00:00.000Z` */
const TIMESTAMP_LETTERS = 24
const DATE_LETTERS = 10

function csvLength({ name, type }: ColumnDefinition): string {
  const value = `"${name}"`
  if (type === 'BOOLEAN') return `case when ${value} then 4 when not ${value} then 5 end`
  if (type === 'TIMESTAMP') return `case when ${value} is not null then ${TIMESTAMP_LETTERS} end`
  if (type === 'DATE') return `case when ${value} is not null then ${DATE_LETTERS} end`
  if (type === 'BINARY') return `octet_length(${value})`
  const quotes = `length(${value}::text) - length(replace(${value}::text, '"', ''))`
  const isQuoted = columnKind(type) === 'bytes' ? `${value} ~ '[,"\\n]'` : 'false'
  return `length(${value}::text) + case when ${isQuoted} then 2 + ${quotes} else 0 end`
}
