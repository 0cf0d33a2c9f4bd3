import * as v from 'valibot'
import { AdviseError } from '../advise-error.js'
import type { WorkloadQuery } from '../advise-options.js'
import { ask } from '../catalog/ask.js'
import { namedTables } from '../grammar/named-tables.js'
import { loadGrammar } from '../grammar/parse.js'
import { nodeIn, nodesBelow } from '../grammar/tree.js'
import { quoteName } from '../quote.js'
import type { RunSql } from '../run-sql.js'

export interface StatStatementsOptions {
  /** The statements that took most time together. Default 100. */
  readonly limit?: number
  /** Called less often than this they say little. Default 1. */
  readonly minCalls?: number
}

export interface StatStatements {
  readonly queries: readonly WorkloadQuery[]
  /** What cannot be planned, and why. */
  readonly skipped: readonly { readonly id: string; readonly sql: string; readonly why: string }[]
}

const statementsSchema = v.array(
  v.object({ id: v.string(), sql: v.string(), calls: v.number(), meanMs: v.number() }),
)

const PLANNED = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'])

/**
 * The workload as the server has seen it: weights are calls, times are means. Values were replaced by
 * parameters, so plans are generic.
 *
 * @throws AdviseError NO_STATEMENT_STATISTICS
 */
export async function queriesFromStatStatements(
  runSql: RunSql,
  { limit = 100, minCalls = 1 }: StatStatementsOptions = {},
): Promise<StatStatements> {
  const grammar = await loadGrammar()
  const statements = await read(runSql, limit, minCalls)
  const queries: WorkloadQuery[] = []
  const skipped: StatStatements['skipped'][number][] = []
  for (const { id, sql, calls, meanMs } of statements) {
    const why = whyNot(sql)
    if (why === undefined) {
      queries.push({ id, sql: plannable(sql), weight: calls, measuredMs: meanMs })
    } else skipped.push({ id, sql, why })
  }
  return { queries, skipped }

  /** A constant `date '2026-01-01'` became `date $1`, which is no SQL; `$1::date` is. */
  function plannable(sql: string): string {
    const nodes = grammar.parse(sql).flatMap(({ node }) => [...nodesBelow(node)])
    const isCast = nodes.some(
      ([kind, body]) => kind === 'TypeCast' && nodeIn(body, 'arg')?.[0] === 'ParamRef',
    )
    return isCast ? grammar.rewrite(sql) : sql
  }

  function whyNot(sql: string): string | undefined {
    if (sql === '<insufficient privilege>') return 'of another user; pg_read_all_stats shows it'
    try {
      const [statement, ...others] = grammar.parse(sql)
      if (!statement || others.length > 0) return 'not one statement'
      if (!PLANNED.has(statement.node[0])) return 'has no plan'
      const own = namedTables(statement.node).filter((name) => !name.startsWith('pg_'))
      return own.length === 0 ? 'reads no table of yours' : undefined
    } catch (error) {
      if (!(error instanceof AdviseError)) throw error
      return 'its text, with parameters for constants, is no SQL any more'
    }
  }
}

async function read(runSql: RunSql, limit: number, minCalls: number) {
  const schema = await ask(
    runSql,
    v.nullable(v.string()),
    `SELECT to_json((SELECT nspname FROM pg_catalog.pg_extension e
      JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
      WHERE extname = 'pg_stat_statements'))::text AS answer`,
  )
  if (schema === null) {
    throw new AdviseError(
      'NO_STATEMENT_STATISTICS',
      'pg_stat_statements is not installed in this database: CREATE EXTENSION pg_stat_statements (it must be in shared_preload_libraries)',
    )
  }
  return ask(
    runSql,
    statementsSchema,
    `SELECT coalesce(json_agg(s), '[]')::text AS answer FROM (
      SELECT queryid::text AS id, min(query) AS sql, sum(calls)::float8 AS calls,
        sum(total_exec_time) / sum(calls) AS "meanMs"
      FROM ${quoteName(schema)}.pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
        AND queryid IS NOT NULL
      GROUP BY queryid HAVING sum(calls) >= $2::float8
      ORDER BY sum(total_exec_time) DESC, queryid LIMIT $1::int) s`,
    [limit, minCalls],
  )
}
