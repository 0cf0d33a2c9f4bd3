import type { ServerFigures } from '../report/run-report.js'
import type { RunSql } from './run-sql.js'

/** Of `pg_stat_database`, for the database of the run. */
export type DatabaseCounters = Readonly<Record<keyof typeof COLUMNS, number>>

const COLUMNS = {
  commits: 'xact_commit',
  rollbacks: 'xact_rollback',
  rowsReturned: 'tup_returned',
  rowsFetched: 'tup_fetched',
  rowsWritten: 'tup_inserted + tup_updated + tup_deleted',
  blocksHit: 'blks_hit',
  blocksRead: 'blks_read',
  temporaryBytes: 'temp_bytes',
  deadlocks: 'deadlocks',
} as const

export async function databaseCounters(runSql: RunSql): Promise<DatabaseCounters | undefined> {
  const columns = Object.entries(COLUMNS).map(([name, sql]) => `${sql} as "${name}"`)
  const [row] = await runSql(
    `select ${columns.join(', ')} from pg_stat_database where datname = current_database()`,
  )
  if (row === undefined) return undefined
  const count = (name: keyof typeof COLUMNS) => Number(row[name])
  return {
    commits: count('commits'),
    rollbacks: count('rollbacks'),
    rowsReturned: count('rowsReturned'),
    rowsFetched: count('rowsFetched'),
    rowsWritten: count('rowsWritten'),
    blocksHit: count('blocksHit'),
    blocksRead: count('blocksRead'),
    temporaryBytes: count('temporaryBytes'),
    deadlocks: count('deadlocks'),
  }
}

/** What happened in between; undefined when the counters were set back, as a crash does. */
export function databaseFigures(
  before: DatabaseCounters,
  after: DatabaseCounters,
): ServerFigures | undefined {
  const figures = {
    commits: after.commits - before.commits,
    rollbacks: after.rollbacks - before.rollbacks,
    rowsReturned: after.rowsReturned - before.rowsReturned,
    rowsFetched: after.rowsFetched - before.rowsFetched,
    rowsWritten: after.rowsWritten - before.rowsWritten,
    blocksHit: after.blocksHit - before.blocksHit,
    blocksRead: after.blocksRead - before.blocksRead,
    temporaryBytes: after.temporaryBytes - before.temporaryBytes,
    deadlocks: after.deadlocks - before.deadlocks,
  }
  if (Object.values(figures).some((figure) => figure < 0)) return undefined
  const blocks = figures.blocksHit + figures.blocksRead
  return { ...figures, ...(blocks > 0 && { cacheHit: figures.blocksHit / blocks }) }
}
