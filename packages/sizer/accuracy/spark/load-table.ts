import type { Sql } from 'postgres'
import { postgresTypeName } from '../postgres-type.js'
import type { SparkTable } from './spark-tables.js'

export type SparkRows = readonly Readonly<Record<string, unknown>>[]

/** Rows in one statement to either side. */
const PAGE = 20_000

/** Copies a table out of Spark into PostgreSQL, value by value, and builds its indexes afterwards. */
export async function loadTable(
  sql: Sql,
  table: SparkTable,
  spark: (statement: string) => Promise<SparkRows>,
): Promise<void> {
  const list = table.columns.map(([name, type]) => `"${name}" ${postgresTypeName(type)}`)
  await sql.unsafe(`create table ${table.name} (${list.join(', ')})`)
  const values = table.columns.map(([name, type]) => `${asText(name, type)} AS ${name}`)
  // JSON that comes as a text would be stored as a JSON string.
  const stored = table.columns.map(([name, type]) =>
    type.includes('<') ? `("${name}" #>> '{}')::jsonb` : `"${name}"`,
  )
  for (let from = 0; from < table.rows; from += PAGE) {
    const rows = await spark(
      `SELECT ${values.join(', ')} FROM (SELECT *, row_number() OVER (ORDER BY ${table.primaryKeys.join(', ')}) AS row_at FROM shop.${table.name}) WHERE row_at > ${from} AND row_at <= ${from + PAGE}`,
    )
    const insert = `insert into ${table.name} select ${stored.join(', ')} from json_populate_recordset(null::${table.name}, $1::text::json)`
    await sql.unsafe(insert, [JSON.stringify(rows)])
  }
  for (const columns of [table.primaryKeys, ...(table.indexes ?? [])]) {
    const unique = columns === table.primaryKeys ? 'unique ' : ''
    const name = `${table.name}_${columns.join('_')}_idx`
    await sql.unsafe(`create ${unique}index ${name} on ${table.name} (${columns.join(', ')})`)
  }
  await sql.unsafe(`vacuum (analyze, freeze) ${table.name}`)
}

function asText(name: string, type: string): string {
  if (type.includes('<')) return `to_json(${name}, map('ignoreNullFields', 'false'))`
  if (type === 'BINARY') return `concat('\\\\x', hex(${name}))`
  return `CAST(${name} AS STRING)`
}
