import { decimal } from '@lakebase/cli-kit'
import type { RunSql } from '@lakebase/loadtest/advise'
import * as v from 'valibot'
import type { FoundLoad, Known } from '../draft.js'

/** Counters of a database run since its statistics were reset; without that moment they are of no known time. */
const COUNTERS_SQL = `
SELECT extract(epoch FROM now() - d.stats_reset)::float8 AS seconds,
       to_char(d.stats_reset AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS since,
       (d.xact_commit + d.xact_rollback)::float8 AS transactions,
       (SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_user_tables)::float8 AS written,
       (SELECT count(*) FROM pg_stat_activity a WHERE a.datname = d.datname AND a.pid <> pg_backend_pid())::int AS open,
       to_regclass('pg_stat_statements') IS NOT NULL AS has_statements
FROM pg_stat_database d WHERE d.datname = current_database()`

const READS_SQL = `
SELECT sum(s.calls)::float8 AS calls,
       extract(epoch FROM now() - (SELECT stats_reset FROM pg_stat_statements_info))::float8 AS seconds
FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
WHERE d.datname = current_database() AND s.toplevel AND s.query ~* '^\\s*(/\\*.*?\\*/\\s*)?(select|with|table|values)\\M'`

const Counters = v.tuple([
  v.object({
    seconds: v.nullable(v.number()),
    since: v.nullable(v.string()),
    transactions: v.number(),
    written: v.number(),
    open: v.number(),
    has_statements: v.boolean(),
  }),
])
const Reads = v.tuple([
  v.object({ calls: v.nullable(v.number()), seconds: v.nullable(v.number()) }),
])

/** Means of the counters of a running database; a peak is above its mean, and the file says so. */
export async function loadFromPostgres(runSql: RunSql, name: string): Promise<FoundLoad> {
  const [{ seconds, since, transactions, written, open, has_statements: hasStatements }] = v.parse(
    Counters,
    await runSql(COUNTERS_SQL),
  )
  const reads = hasStatements ? await readsPerSecond(runSql) : undefined
  const span = seconds === null || since === null || seconds <= 0 ? undefined : { seconds, since }
  return {
    load: {
      ...(reads !== undefined && { reads_per_second: reads }),
      ...(span && {
        continuous_writes_per_second: mean(
          written / span.seconds,
          `mean since ${span.since} UTC by pg_stat_user_tables`,
        ),
      }),
      ...(open > 0 && {
        connections: { value: open, from: 'open when this was written; the peak is higher' },
      }),
    },
    notes: [
      `From ${name}: counters, so means. The load to size for is the peak: raise them to it.`,
      ...(span
        ? [
            `${decimal(transactions / span.seconds, 2)} transactions a second since ${span.since} UTC.`,
          ]
        : [
            'Since when the counters run is not known (stats_reset is empty): writes a second cannot be told. SELECT pg_stat_reset() begins anew.',
          ]),
      ...(reads === undefined
        ? [
            hasStatements
              ? 'pg_stat_statements may not be read, or has no time: queries that read are not counted.'
              : 'Without the extension pg_stat_statements queries that read are not counted.',
          ]
        : []),
    ],
  }
}

async function readsPerSecond(runSql: RunSql): Promise<Known | undefined> {
  try {
    const [{ calls, seconds }] = v.parse(Reads, await runSql(READS_SQL))
    if (seconds === null || seconds <= 0) return undefined
    return mean(
      (calls ?? 0) / seconds,
      'mean by pg_stat_statements, statements that begin with SELECT, WITH, TABLE or VALUES',
    )
  } catch (error) {
    // The view is there and the library behind it is not loaded, or its information is of a later version.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string')
      return undefined
    throw error
  }
}

function mean(value: number, from: string): Known {
  return { value: Number(value.toPrecision(3)), from: `${from}; the peak is higher` }
}
