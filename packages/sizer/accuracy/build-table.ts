import type { Sql } from 'postgres'
import { postgresTypeName } from './postgres-type.js'
import type { TableDefinition } from './table-definition.js'

/** The name that an index gets, the primary key's being the first of `indexColumns`. */
export function indexName(table: TableDefinition, columns: readonly string[]): string {
  return `${table.name}_${columns.join('_')}_idx`
}

/** Columns of every index, the primary key first. */
export function indexColumns(table: TableDefinition): readonly (readonly string[])[] {
  return [table.primaryKey, ...(table.indexes ?? [])]
}

/** Fills the table and builds its indexes afterwards, as a first load does. */
export async function buildTable(sql: Sql, table: TableDefinition): Promise<void> {
  await createTable(sql, table, table.name)
  await sql.unsafe(insertStatement(table))
  for (const columns of indexColumns(table)) {
    await sql.unsafe(indexStatement(table, columns, table.name, indexName(table, columns)))
  }
  await sql.unsafe(`vacuum (analyze, freeze) ${table.name}`)
}

/** The same rows in random order into a table that has its indexes already. */
export async function buildByInserts(sql: Sql, table: TableDefinition): Promise<string> {
  const copy = `${table.name}_inserted`
  await createTable(sql, table, copy)
  for (const columns of indexColumns(table)) {
    await sql.unsafe(indexStatement(table, columns, copy, insertedIndexName(table, columns)))
  }
  await sql.unsafe(`insert into ${copy} select * from ${table.name} order by random()`)
  return copy
}

export function insertedIndexName(table: TableDefinition, columns: readonly string[]): string {
  return `${indexName(table, columns)}_inserted`
}

async function createTable(sql: Sql, table: TableDefinition, name: string): Promise<void> {
  const columns = table.columns.map((column) => `"${column.name}" ${postgresTypeName(column.type)}`)
  const fill = table.fillfactor === undefined ? '' : ` with (fillfactor = ${table.fillfactor})`
  await sql.unsafe(`create table ${name} (${columns.join(', ')})${fill}`)
}

function insertStatement(table: TableDefinition): string {
  const values = table.columns.map(({ value, type, nulls = 0 }) => {
    const typed = `(${value})::${postgresTypeName(type)}`
    return nulls === 0 ? typed : `case when random() >= ${nulls} then ${typed} end`
  })
  return `insert into ${table.name} select ${values.join(', ')} from generate_series(1, ${table.rows}) g`
}

function indexStatement(
  table: TableDefinition,
  columns: readonly string[],
  on: string,
  name: string,
): string {
  const unique = columns === table.primaryKey ? 'unique ' : ''
  const list = columns.map((column) => `"${column}"`).join(', ')
  return `create ${unique}index ${name} on ${on} (${list})`
}
