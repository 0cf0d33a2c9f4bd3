import { KEY_VALUE_COMPRESSED_ABOVE_BYTES } from '../btree/index-tuple-length.js'
import { LONG_HEADER_BYTES } from '../heap/data-size.js'
import type { Row } from '../heap/datum.js'
import { tupleLength } from '../heap/tuple-length.js'
import type { RowsToStore } from '../layout.js'
import { ownEntry } from '../own-entry.js'
import type { TableColumn } from '../table-column.js'
import type { ColumnStatistics, TableEvidence, TableStats } from '../table-stats.js'
import { TOAST_TUPLE_THRESHOLD } from '../toast/toast-limits.js'
import { isToastable } from '../toast/toast-tuple.js'
import type { PostgresType } from '../type/postgres-type.js'
import { assumedColumn } from './assumed-columns.js'
import { assumedRows } from './assumed-rows.js'
import { compressor } from './compressor.js'
import { sampledRows } from './sampled-rows.js'
import type { WidthRange } from './typical-width.js'

/** The table as it may be at best, is likely to be, and may be at worst. */
export type Scenarios = Readonly<Record<keyof WidthRange, RowsToStore>>

/** PostgreSQL's default. Source: PostgreSQL 17 documentation, CREATE TABLE, "Storage Parameters". */
const DEFAULT_FILLFACTOR = 100

/** @throws StorageInputError on evidence that does not fit the columns */
export function scenarios(table: TableStats, columns: readonly TableColumn[]): Scenarios {
  const types = columns.map((column) => column.type)
  const { rows: tableRows, fillfactor = DEFAULT_FILLFACTOR, evidence } = table
  if (evidence.kind === 'sample') {
    const rows = sampledRows(columns, evidence.rows)
    const compressAt = compressor(types, rows)
    const at = (end: keyof WidthRange): RowsToStore => {
      return { types, rows, compress: compressAt(end), tableRows, fillfactor }
    }
    const expected = at('expected')
    const same = !rows.some((row) => mayCompressUnseen(types, row))
    return same
      ? { low: expected, expected, high: expected }
      : { low: at('low'), expected, high: at('high') }
  }
  const rowsAt = assumedRowsAt(columns, evidence)
  const at = (end: keyof WidthRange): RowsToStore => {
    const rows = rowsAt(end)
    return { types, rows, compress: compressor(types, rows)(end), tableRows, fillfactor }
  }
  return { low: at('low'), expected: at('expected'), high: at('high') }
}

/** Measures each case, and cases that are the same one only once. */
export function measureCases<T>(
  cases: Scenarios,
  measure: (stored: RowsToStore) => T,
): Readonly<Record<keyof WidthRange, T>> {
  const expected = measure(cases.expected)
  const other = (end: keyof WidthRange) =>
    cases[end] === cases.expected ? expected : measure(cases[end])
  return { low: other('low'), expected, high: other('high') }
}

/** Whether how far a value compresses may matter, and is not known. */
function mayCompressUnseen(types: readonly PostgresType[], row: Row): boolean {
  const unseen = row.flatMap((datum, at) =>
    datum && datum.value === undefined && isToastable(types[at]) ? [datum.length] : [],
  )
  if (unseen.length === 0) return false
  return (
    tupleLength(types, row) > TOAST_TUPLE_THRESHOLD ||
    Math.max(...unseen) > KEY_VALUE_COMPRESSED_ABOVE_BYTES - LONG_HEADER_BYTES
  )
}

function assumedRowsAt(
  columns: readonly TableColumn[],
  evidence: Exclude<TableEvidence, { kind: 'sample' }>,
): (end: keyof WidthRange) => readonly Row[] {
  const types = columns.map((column) => column.type)
  const statistics: Readonly<Record<string, ColumnStatistics>> =
    evidence.kind === 'statistics' ? evidence.columns : {}
  const assumed = columns.map((column) => assumedColumn(column, ownEntry(statistics, column.name)))
  return (end) => assumedRows(types, assumed, end)
}
