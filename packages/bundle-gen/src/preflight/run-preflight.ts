import type { Finding } from '../finding.js'
import type { BundleSpec, PipelineSpec, TableSpec } from '../spec/bundle-spec.js'
import { answerProblem, type Described, readColumns, readDetail, readNumber } from './answers.js'
import { detailFindings, rowFindings, shapeFindings } from './preflight-findings.js'
import { type PreflightQuestion, tableQueries } from './preflight-queries.js'

/** Runs one statement on a Databricks SQL warehouse and gives its rows by column name. */
export type RunSql = (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** What is known of a source, and what stands in the way of its sync. */
export interface PreflightTable {
  readonly source: string
  readonly rows?: number
  readonly bytes?: number
  readonly changeDataFeed?: boolean
  readonly widestTextBytes?: number
  readonly findings: readonly Finding[]
}

export interface PreflightOptions {
  readonly onTable?: (table: PreflightTable, done: number, total: number) => void
  /** Whether an error is about the way to all tables, not about one: then it ends the run. */
  readonly isFatal?: (error: unknown) => boolean
}

/**
 * Asks a warehouse about each source before anything is deployed. A source that is missing or
 * forbidden keeps its error to itself. Reads every table whole, one after the other.
 */
export async function runPreflight(
  { pipelines }: BundleSpec,
  runSql: RunSql,
  options: PreflightOptions = {},
): Promise<readonly PreflightTable[]> {
  const tables = pipelines.flatMap(({ policy, tables: members }) =>
    members.map((table) => ({ table, policy })),
  )
  const results: PreflightTable[] = []
  for (const { table, policy } of tables) {
    const result = await checkTable(table, policy, runSql, options)
    results.push(result)
    options.onTable?.(result, results.length, tables.length)
  }
  return results
}

async function checkTable(
  table: TableSpec,
  policy: PipelineSpec['policy'],
  runSql: RunSql,
  { isFatal = () => false }: PreflightOptions,
): Promise<PreflightTable> {
  const { source } = table
  const attempt = (work: () => ReturnType<RunSql>) => attempted(work, isFatal)
  const described = await attempt(() => ask(table, 'columns', runSql))
  if ('problem' in described)
    return { source, findings: [answerProblem(source, described.problem)] }
  const columns = readColumns(described.rows)
  const shape = shapeFindings(table, columns)
  const detail = await attempt(() => ask(table, 'detail', runSql))
  const facts: Described =
    'problem' in detail ? { unknown: detail.problem } : readDetail(detail.rows)
  const found = [...shape, ...detailFindings(table, policy, facts)]
  const known = {
    source,
    ...(facts.bytes !== undefined && { bytes: facts.bytes }),
    ...(facts.changeDataFeed !== undefined && { changeDataFeed: facts.changeDataFeed }),
  }
  // Without its key columns the statements about rows would fail for that reason alone.
  if (shape.some(({ ruleId }) => ruleId === 'BG081')) return { ...known, findings: found }
  const counted = await attempt(async () => {
    const [rows] = await ask(table, 'rows', runSql, columns)
    const [duplicates] = await ask(table, 'duplicates', runSql)
    return [{ ...rows, ...duplicates }]
  })
  if ('problem' in counted) {
    return { ...known, findings: [...found, answerProblem(source, counted.problem)] }
  }
  const [counts = {}] = counted.rows
  const widest = readNumber(counts.widest_text)
  const rows = readNumber(counts.row_count)
  return {
    ...known,
    ...(rows !== undefined && { rows }),
    ...(widest !== undefined && { widestTextBytes: widest }),
    findings: [...found, ...rowFindings(table, counts)],
  }
}

type Attempt =
  | { readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly problem: string }

async function attempted(
  work: () => ReturnType<RunSql>,
  isFatal: (error: unknown) => boolean,
): Promise<Attempt> {
  try {
    return { rows: await work() }
  } catch (error) {
    if (isFatal(error)) throw error
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

async function ask(
  table: TableSpec,
  question: PreflightQuestion,
  runSql: RunSql,
  columns?: Parameters<typeof tableQueries>[1],
): ReturnType<RunSql> {
  const query = tableQueries(table, columns).find((one) => one.question === question)
  return query === undefined ? [] : runSql(query.sql)
}
