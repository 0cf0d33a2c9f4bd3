import type { SyncedTable } from '@lakebase/config'
import type { MeasuredTable } from '@lakebase/sizer'
import type { LockedProblem, LockedTable } from './lock-file.js'
import { predictSize } from './predict-size.js'
import { knownSize } from './predicted-sizes.js'

/** What is kept of a measured table: its size and its problems, not the sample. */
export function lockedTable(
  measured: MeasuredTable,
  table: SyncedTable,
  scan: boolean,
  host: string,
  now: Date,
): LockedTable {
  const { rows, columns, sample, distinctKeys, lastModified, changeDataFeed } = measured
  // A table without columns that can be synced, or a key or index on columns that it does not have,
  // is told as a problem; its size is that of what can be stored.
  const has = (name: string) =>
    columns.some((column) => column.name.toLowerCase() === name.toLowerCase())
  const storable = {
    ...table,
    primaryKeys: table.primaryKeys.every(has) ? table.primaryKeys : [],
    indexes: table.indexes.filter((index) => index.columns.every(has)),
  }
  const distinct = distinctKeys.filter((_, at) => table.indexes[at]?.columns.every(has))
  const size = predictSize(storable, {
    rows,
    columns,
    evidence: { kind: 'sample', rows: sample },
    distinctKeys: distinct,
  })
  const { source: _, ...bytes } = knownSize(size, rows, 'measured')
  const tooLong = size.indexes.flatMap(({ name, refusedShare }): readonly LockedProblem[] =>
    refusedShare > 0 ? [{ kind: 'key too long', index: name, share: refusedShare }] : [],
  )
  return {
    asked: asked(table, scan, host),
    measuredAt: now.toISOString(),
    ...(lastModified !== undefined && { lastModified }),
    ...(changeDataFeed !== undefined && { changeDataFeed }),
    size: bytes,
    problems: [...measured.problems, ...tooLong],
  }
}

/**
 * Whether what was measured then answers what is asked now; a scan answers a sample too.
 *
 * @param host of the warehouse that is configured; without one the table may be of any
 */
export function isAsAsked(
  locked: LockedTable | undefined,
  table: SyncedTable,
  scan: boolean,
  host: string | undefined,
): boolean {
  if (!locked || (scan && !locked.asked.scan)) return false
  const now = asked(table, locked.asked.scan, host ?? locked.asked.host)
  return JSON.stringify(locked.asked) === JSON.stringify(now)
}

function asked(
  { primaryKeys, indexes }: SyncedTable,
  scan: boolean,
  host: string,
): LockedTable['asked'] {
  return {
    host,
    primaryKeys: [...primaryKeys],
    indexes: indexes.map(({ columns, unique }) => ({ columns: [...columns], unique })),
    scan,
  }
}
