import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type DdlTable, parseTableDdl } from '@lakebase/config'
import type { SqlAnswer, SqlFunction, SqlValue } from '@lakebase/testing'

const ddl = resolve(import.meta.dirname, '../../../../examples/shop/tables.sql')
const shopTables = parseTableDdl(readFileSync(ddl, 'utf8'), { file: 'tables.sql' }).tables

/** What a table of the fake warehouse is like. */
export interface FakeTable {
  readonly name: string
  readonly columns: DdlTable['columns']
  readonly rows: number
  readonly changeDataFeed: boolean
  /** Rows with a key that another row has, as a scan tells. */
  readonly duplicateKeys?: number
  /** Text lengths are multiplied with it. */
  readonly textFactor?: number
}

const ROWS: Readonly<Record<string, number>> = {
  customers: 12_100_000,
  addresses: 15_000_000,
  orders: 90_000_000,
  order_items: 310_000_000,
  payments: 92_000_000,
  inventory: 8_000_000,
  prices: 2_400_000,
  products: 800_000,
  categories: 4200,
  reviews: 21_000_000,
}

/** The tables of the sample workload. */
export const shop: readonly FakeTable[] = shopTables.map(({ name, columns }) => ({
  name: name.join('.'),
  columns,
  rows: ROWS[name.at(-1) ?? ''] ?? 0,
  changeDataFeed: true,
}))

/**
 * Answers the measuring statements from the tables given: a computed answer of the right columns for
 * each, nothing recorded. `instead` may answer first.
 */
export function warehouse(
  tables: readonly FakeTable[],
  instead: (statement: string) => SqlAnswer | undefined = () => undefined,
): SqlFunction {
  return (statement) => {
    const special = instead(statement)
    if (special) return special
    const name = /(`[^`]+`\.`[^`]+`\.`[^`]+`)/.exec(statement)?.[1]?.replaceAll('`', '')
    const table = tables.find((one) => one.name === name)
    if (!table) return notFound(name ?? statement)
    if (statement.startsWith('DESCRIBE TABLE EXTENDED')) return described(table)
    if (statement.startsWith('DESCRIBE DETAIL')) return detail(table)
    if (/^SELECT count\(\*\) AS rows FROM/.test(statement)) return rows(['rows'], [[table.rows]])
    if (statement.startsWith('SELECT count(*) AS rows, ')) return scan(table)
    return sample(table)
  }
}

export function notFound(name: string): SqlAnswer {
  const message = `[TABLE_OR_VIEW_NOT_FOUND] The table or view ${name} cannot be found. SQLSTATE: 42P01`
  return { error: { error_code: 'BAD_REQUEST', message }, sqlState: '42P01' }
}

export function forbidden(name: string): SqlAnswer {
  const message = `[INSUFFICIENT_PERMISSIONS] Insufficient privileges: User does not have SELECT on Table '${name}'. SQLSTATE: 42501`
  return { error: { error_code: 'BAD_REQUEST', message }, sqlState: '42501' }
}

function described({ columns }: FakeTable): SqlAnswer {
  return rows(
    ['col_name', 'data_type', 'comment'],
    [
      ...columns.map(({ name, type }) => [name, type.toLowerCase(), null]),
      ['', '', ''],
      ['# Detailed Table Information', '', ''],
      ['Type', 'MANAGED', ''],
    ],
  )
}

function detail(table: FakeTable): SqlAnswer {
  const properties = JSON.stringify({
    'delta.enableChangeDataFeed': String(table.changeDataFeed),
  })
  return rows(
    ['format', 'lastModified', 'sizeInBytes', 'properties'],
    [['delta', '2026-11-20T03:00:00.000Z', table.rows * 25, properties]],
  )
}

function scan({ rows: count, duplicateKeys = 0 }: FakeTable): SqlAnswer {
  return rows(['rows', 'null_key', 'duplicate_key', 'nul_byte'], [[count, 0, duplicateKeys, 0]])
}

function sample({ columns, textFactor = 1, rows: count }: FakeTable): SqlAnswer {
  const names = [...columns.map((_, index) => `c${index}`), 'null_key', 'key_rows', 'nul_byte']
  const sampled = Array.from({ length: Math.min(500, count) }, (_, row) => [
    ...columns.map(({ type, nullable }, at) => {
      if (nullable && (row * 7 + at) % 11 === 0) return null
      return measureOf(type, row + at, textFactor)
    }),
    0,
    1,
    0,
  ])
  return rows(names, sampled)
}

function measureOf(type: string, seed: number, textFactor: number): number {
  if (/^(?:string|varchar)/i.test(type)) return Math.round((6 + (seed % 25)) * textFactor)
  if (/^char/i.test(type)) return 3
  if (/^decimal/i.test(type)) return 1 + (seed % 3)
  if (/^(?:map|array)/i.test(type)) return 24 + 4 * (seed % 9)
  return 1
}

function rows(names: readonly string[], values: readonly (readonly SqlValue[])[]): SqlAnswer {
  const columns = names.map((name) => ({
    name,
    type_name: typeof values[0]?.[names.indexOf(name)] === 'number' ? 'LONG' : 'STRING',
  }))
  return { columns, rows: values }
}
