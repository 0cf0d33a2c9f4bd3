import type { DescribedTable } from './describe-table.js'
import { findColumn } from './key-columns.js'
import { readCount } from './read-answer.js'
import type { SqlRow } from './run-sql.js'
import { isSupported } from './table-columns.js'
import type { RowProblem, SyncProblem } from './table-measurement.js'

/** What of the table's columns no sync takes. */
export function shapeProblems({ table, columns }: DescribedTable): readonly SyncProblem[] {
  return [
    ...columns
      .filter((column) => !isSupported(column))
      .map(({ name: column, type }): SyncProblem => ({ kind: 'unsupported type', column, type })),
    ...table.primaryKeys
      .filter((key) => findColumn(columns, key) === undefined)
      .map((column): SyncProblem => ({ kind: 'missing key column', column })),
  ]
}

/** @param scanned the one row of a scan */
export function problemsOfScan(scanned: SqlRow): readonly RowProblem[] {
  const counts = {
    'null keys': readCount(scanned, 'null_key', 'the scan'),
    'duplicate keys': readCount(scanned, 'duplicate_key', 'the scan'),
    '0x00 bytes': readCount(scanned, 'nul_byte', 'the scan'),
  }
  return rowProblems(counts, 'table')
}

/** @param isWhole whether the sample is the whole table */
export function problemsOfSample(
  answer: readonly SqlRow[],
  statement: string,
  isWhole: boolean,
): readonly RowProblem[] {
  const read = (row: SqlRow, column: string) => readCount(row, column, statement)
  const withKey = answer.filter((row) => read(row, 'null_key') === 0)
  // Of n rows with one key each counts for (n - 1) / n, so that n - 1 of them are beyond the first.
  const beyondFirst = withKey.reduce((sum, row) => sum + 1 - 1 / read(row, 'key_rows'), 0)
  const counts = {
    'null keys': answer.length - withKey.length,
    'duplicate keys': Math.round(beyondFirst),
    '0x00 bytes': answer.filter((row) => read(row, 'nul_byte') > 0).length,
  }
  return rowProblems(counts, isWhole ? 'table' : 'sample')
}

function rowProblems(
  counts: Readonly<Record<RowProblem['kind'], number>>,
  counted: RowProblem['counted'],
): readonly RowProblem[] {
  return (['null keys', 'duplicate keys', '0x00 bytes'] as const).flatMap((kind) =>
    counts[kind] > 0 ? [{ kind, rows: counts[kind], counted }] : [],
  )
}
