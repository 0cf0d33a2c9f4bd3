// Measures tables of a real Spark, loads their rows into a real PostgreSQL, prints prediction against
// size, and records what Spark answered: see docs/accuracy.md, "From Spark's side".
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { measureTables } from '../../src/measure/measure-tables.js'
import { actualSize } from '../actual-size.js'
import { loadTable, type SparkRows } from './load-table.js'
import { oddStatements, oddTables } from './odd-tables.js'
import { type SparkTable, sparkTables } from './spark-tables.js'

const [python = 'python3', output] = process.argv.slice(2)
const work = mkdtempSync(join(tmpdir(), 'lakebase-spark-'))
const server = spawn(python, [join('accuracy', 'spark', 'sql_server.py'), work], {
  stdio: ['ignore', 'pipe', 'ignore'],
})
/** Fewer than by default keep the recording small. */
const SAMPLE_ROWS = 1500
type SparkAnswer = { readonly rows: SparkRows } | { readonly error: string }
const answers = new Map<string, SparkAnswer>()

try {
  const [first] = await once(server.stdout, 'data')
  const { port, spark: version } = JSON.parse(String(first))
  const ask = async (statement: string): Promise<SparkAnswer> => {
    const reply = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: statement })
    return JSON.parse(await reply.text())
  }
  const run = async (statement: string): Promise<SparkRows> => {
    const answer = await ask(statement)
    if ('error' in answer) throw new Error(answer.error)
    return answer.rows
  }
  const recording = async (statement: string) => {
    const answer = await ask(statement)
    answers.set(statement, answer)
    if ('error' in answer) throw new Error(answer.error)
    return answer.rows
  }

  await run('CREATE DATABASE shop')
  for (const table of sparkTables) await run(createStatement(table))
  for (const statement of oddStatements) await run(statement)
  const wanted = sparkTables.map(({ name, primaryKeys, indexes = [] }) => ({
    name: `shop.${name}`,
    primaryKeys,
    indexes,
  }))
  const measured = await measureTables(wanted, recording, { sampleRows: SAMPLE_ROWS, atOnce: 1 })
  await measureTables(oddTables, recording, { sampleRows: 25, atOnce: 1 })
  await measureTables(oddTables, recording, { sampleRows: 25, atOnce: 1, scan: true })
  const failed = measured.filter((one) => 'error' in one)
  if (failed.length > 0) throw new Error(JSON.stringify(failed.map(({ table }) => table)))

  const sizes = await sizesInPostgres(run)
  if (output !== undefined) {
    const document = {
      spark: version,
      sampleRows: SAMPLE_ROWS,
      sizes,
      answers: Object.fromEntries(
        [...answers].map(([statement, answer]) => [statement, compact(answer)]),
      ),
    }
    // Where Spark's files were is nobody's business.
    writeFileSync(output, `${JSON.stringify(document).replaceAll(work, '/warehouse')}\n`)
  }
} finally {
  server.kill()
  rmSync(work, { recursive: true, force: true })
}

/** The names of the columns once, and each row as a list. */
function compact(answer: SparkAnswer) {
  if ('error' in answer) return answer
  const columns = Object.keys(answer.rows[0] ?? {})
  return { columns, rows: answer.rows.map((row) => columns.map((column) => row[column])) }
}

async function sizesInPostgres(run: (statement: string) => Promise<SparkRows>) {
  const local = await startPostgres({ settings: { shared_buffers: '256MB', max_wal_size: '4GB' } })
  try {
    const sql = postgres(local.url, { max: 1, onnotice: () => undefined })
    const sizes = []
    for (const table of sparkTables) {
      await loadTable(sql, table, run)
      const { name, rows, primaryKeys: primaryKey, indexes = [] } = table
      sizes.push({
        name,
        rows,
        primaryKey,
        indexes,
        ...(await actualSize(sql, { name, rows, columns: [], primaryKey, indexes })),
      })
    }
    await sql.end()
    return sizes
  } finally {
    await local.stop()
  }
}

function createStatement({ name, rows, using, columns }: SparkTable): string {
  const values = columns.map(([column, type, value]) => `CAST(${value} AS ${type}) AS ${column}`)
  const feed = using === 'DELTA' ? ' TBLPROPERTIES (delta.enableChangeDataFeed = true)' : ''
  return `CREATE TABLE shop.${name} USING ${using}${feed} AS SELECT ${values.join(', ')} FROM range(1, ${rows + 1})`
}
