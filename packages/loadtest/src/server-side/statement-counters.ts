import type { ServerStatement } from '../report/run-report.js'
import type { RunSql } from './run-sql.js'

interface Counters {
  readonly query: string
  readonly calls: number
  readonly totalMs: number
  readonly rows: number
}

/** Of `pg_stat_statements`, by the id of the query. */
export type StatementCounters = ReadonlyMap<string, Counters>

/** Marks our own questions, which are no part of the load. */
export const OURS = '/* lakebase-loadtest */'
const MOST = 50

/** Undefined where the extension is missing, or may not be read. Columns as of PostgreSQL 13. */
export async function statementCounters(runSql: RunSql): Promise<StatementCounters | undefined> {
  const [extension] = await runSql(
    `select ${OURS} quote_ident(n.nspname) as schema from pg_extension e
     join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_stat_statements'`,
  )
  if (!extension?.schema) return undefined
  const rows = await runSql(
    `select ${OURS} queryid as id, min(query) as query, sum(calls) as calls,
       sum(total_exec_time) as "totalMs", sum(rows) as rows
     from ${extension.schema}.pg_stat_statements
     where dbid = (select oid from pg_database where datname = current_database())
       and queryid is not null and query not like '%${OURS}%'
     group by queryid`,
  )
  return new Map(
    rows.map(({ id, query, calls, totalMs, rows: rowCount }) => [
      id ?? '',
      {
        query: query ?? '',
        calls: Number(calls),
        totalMs: Number(totalMs),
        rows: Number(rowCount),
      },
    ]),
  )
}

/** Statements that ran in between, most expensive first. */
export function statementFigures(
  before: StatementCounters,
  after: StatementCounters,
): readonly ServerStatement[] {
  return [...after]
    .flatMap(([id, { query, ...counters }]) => {
      const earlier = before.get(id) ?? { calls: 0, totalMs: 0, rows: 0 }
      // Fewer than before: it had been thrown out and came back.
      const base = counters.calls < earlier.calls ? { calls: 0, totalMs: 0, rows: 0 } : earlier
      const calls = counters.calls - base.calls
      if (calls === 0) return []
      const totalMs = counters.totalMs - base.totalMs
      return [{ query, calls, totalMs, meanMs: totalMs / calls, rows: counters.rows - base.rows }]
    })
    .sort((left, right) => right.totalMs - left.totalMs)
    .slice(0, MOST)
}
