// Builds tables in a real PostgreSQL, predicts them, and prints both: `pnpm accuracy [table ...]`.
import { startPostgres } from '@lakebase/local-postgres'
import postgres, { type Sql } from 'postgres'
import { estimateTableSize } from '../src/storage/estimate-table-size.js'
import { actualSize, relationSize } from './actual-size.js'
import {
  buildByInserts,
  buildTable,
  indexColumns,
  indexName,
  insertedIndexName,
} from './build-table.js'
import { knownOf } from './evidence.js'
import { oldFormula } from './old-formula.js'
import { type Comparison, comparisonLines, HEADER, rangeLine, summaryLine } from './report.js'
import type { TableDefinition } from './table-definition.js'
import { longTables } from './tables/long-tables.js'
import { nestedTables } from './tables/nested-tables.js'
import { oddTables } from './tables/odd-tables.js'
import { plainTables } from './tables/plain-tables.js'

/** Of random(), so that a table has the same rows in every run, but for its UUIDs. */
const SEED = 0.42

const tables = [...plainTables, ...longTables, ...nestedTables, ...oddTables]
const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !tables.some((table) => table.name === name))
if (unknown.length > 0)
  throw new Error(`no table ${unknown}; there are ${tables.map((t) => t.name)}`)

const server = await startPostgres({
  settings: {
    shared_buffers: '512MB',
    max_wal_size: '4GB',
    maintenance_work_mem: '256MB',
    jit: 'off',
  },
})
try {
  const sql = postgres(server.url, { max: 1 })
  print(HEADER)
  const comparisons: Comparison[] = []
  for (const table of tables) {
    if (chosen.length > 0 && !chosen.includes(table.name)) continue
    const comparison = await compare(sql, table)
    for (const line of comparisonLines(comparison)) print(line)
    comparisons.push(comparison)
  }
  print(summaryLine(comparisons))
  print(rangeLine(comparisons))
  await sql.end()
} finally {
  await server.stop()
}

async function compare(sql: Sql, table: TableDefinition): Promise<Comparison> {
  await sql`select setseed(${SEED})`
  await buildTable(sql, table)
  const known = await knownOf(sql, table)
  const comparison = {
    name: table.name,
    rows: table.rows,
    indexNames: indexColumns(table).map((columns) => indexName(table, columns)),
    actual: await actualSize(sql, table),
    sample: estimateTableSize(known.sample),
    statistics: estimateTableSize(known.statistics),
    ddl: estimateTableSize(known.ddl),
    oldBytes: await oldFormula(sql, table),
  }
  const inserted = table.alsoByInserts ? await insertedSizes(sql, table) : undefined
  await sql.unsafe(`drop table ${table.name}`)
  return { ...comparison, ...(inserted && { inserted }) }
}

async function insertedSizes(sql: Sql, table: TableDefinition): Promise<readonly number[]> {
  const copy = await buildByInserts(sql, table)
  const sizes = await Promise.all(
    indexColumns(table).map((columns) => relationSize(sql, insertedIndexName(table, columns))),
  )
  await sql.unsafe(`drop table ${copy}`)
  return sizes
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
