import type { PostgresRows } from '../corpus/compare/postgres-rows.js'
import type { Database } from '../corpus/database.js'
import type { ConvertedStatement } from '../src/convert/converted-statement.js'
import type { Converter } from '../src/convert/converter.js'
import { createConverter } from '../src/convert/create-converter.js'
import { parseSparkQuery } from '../src/spark/parse/parse-query.js'
import type { Benchmark, BenchmarkQuery } from './benchmark.js'
import { differenceOf } from './compare-results.js'
import type { Tables } from './data/table.js'
import { loadTables } from './load-tables.js'

/**
 * What became of a query, by how far it came: `unproven` ran and has no query written by hand beside
 * it; `by hand` says that the query written by hand does not run.
 */
export type Outcome = {
  readonly query: string
  readonly isVariant: boolean
  readonly sql: string
  readonly ms: number
} & (
  | { readonly kind: 'equal'; readonly rows: number }
  | { readonly kind: 'unproven'; readonly rows: number }
  | {
      readonly kind: 'by hand' | 'failing' | 'refused' | 'unexplained' | 'wrong'
      readonly why: string
    }
)

export interface RunOptions {
  /** Runs the texts of Databricks as they are: what is equal then says nothing of the conversion. */
  readonly asIs?: boolean
}

/** Makes the tables from the converted schema, fills them, and runs every query in both dialects. */
export async function runBenchmark(
  database: Database,
  { name, schema, queries }: Benchmark,
  tables: Tables,
  { asIs = false }: RunOptions = {},
): Promise<readonly Outcome[]> {
  const own = name.toLowerCase().replace('-', '')
  await runPlain(database, [
    `CREATE SCHEMA ${own}`,
    `SET search_path = ${own}, public`,
    'SET jit = off',
  ])
  const converter = createConverter()
  await createTables(database, converter, schema)
  await loadTables(database, tables)
  const outcomes: Outcome[] = []
  for (const query of queries) {
    const start = performance.now()
    const outcome = await runQuery(database, asIs ? undefined : converter, query)
    outcomes.push({
      ...outcome,
      query: query.name,
      isVariant: query.isVariant,
      ms: performance.now() - start,
    })
  }
  return outcomes
}

async function createTables(
  database: Database,
  converter: Converter,
  schema: string,
): Promise<void> {
  for (const statement of converter.convert(schema).statements) {
    if (statement.status !== 'converted') throw new Error(`schema: ${reasons(statement)}`)
    await database.run(statement)
  }
}

type Result = Outcome extends infer One
  ? One extends Outcome
    ? Omit<One, 'isVariant' | 'ms' | 'query'>
    : never
  : never

async function runQuery(
  database: Database,
  converter: Converter | undefined,
  { databricks, postgres }: BenchmarkQuery,
): Promise<Result> {
  const statement = converter ? convertOne(converter, databricks) : plain([databricks])
  if ('why' in statement) return { kind: 'refused', sql: '', why: statement.why }
  const sql = statement.sql.join(';\n')
  const explained = await attempt(() =>
    database.run({ ...statement, sql: statement.sql.map((one) => `EXPLAIN ${one}`) }),
  )
  if ('why' in explained) return { kind: 'unexplained', sql, why: explained.why }
  const converted = await attempt(() => database.run(statement))
  if ('why' in converted) return { kind: 'failing', sql, why: converted.why }
  const count = converted.rows.rows.filter((row) => !isBlank(row)).length
  if (postgres === undefined) return { kind: 'unproven', sql, rows: count }
  const wanted = await attempt(() => runPlain(database, [postgres]))
  if ('why' in wanted) return { kind: 'by hand', sql, why: wanted.why }
  const difference = differenceOf(converted.rows, wanted.rows, isOrdered(databricks))
  return difference === undefined
    ? { kind: 'equal', sql, rows: count }
    : { kind: 'wrong', sql, why: difference }
}

type Runnable = Pick<ConvertedStatement, 'compatFunctions' | 'sql'>

function plain(sql: readonly string[]): Runnable {
  return { sql, compatFunctions: [] }
}

function convertOne(converter: Converter, text: string): Runnable | { readonly why: string } {
  const [statement, ...others] = converter.convert(text).statements
  if (!statement || others.length > 0) return { why: `${others.length + 1} statements` }
  return statement.status === 'converted' ? statement : { why: reasons(statement) }
}

/** A total over nothing proves no more than no row does. */
function isBlank(row: readonly (string | null)[]): boolean {
  return row.every((cell) => cell === null || cell === '0')
}

type Attempt = { readonly rows: PostgresRows } | { readonly why: string }

async function attempt(run: () => Promise<PostgresRows>): Promise<Attempt> {
  try {
    return { rows: await run() }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}

function runPlain(database: Database, sql: readonly string[]): Promise<PostgresRows> {
  return database.run(plain(sql))
}

function isOrdered(query: string): boolean {
  return parseSparkQuery(query).order.orderBy.length > 0
}

function reasons({ status, diagnostics }: ConvertedStatement): string {
  return `${status}: ${diagnostics.map(({ message }) => message).join('; ')}`
}
