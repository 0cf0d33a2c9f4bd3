import { formatNumber } from '../format-number.js'
import { LEAF_TUPLE_MAX_BYTES } from './btree/page-limits.js'
import { isCounted } from './evidence/distinct-keys.js'
import { LONG_HEADER_BYTES } from './heap/data-size.js'
import { ownEntry } from './own-entry.js'
import type { TableColumn } from './table-column.js'
import type { IndexSize, TableSize } from './table-size.js'
import type { TableStats } from './table-stats.js'
import { TOAST_TUPLE_THRESHOLD } from './toast/toast-limits.js'
import { isToastable, type ToastedTuple } from './toast/toast-tuple.js'

/** What the size rests on, what was assumed, and how far it may be off, for people. */
export function explain(
  table: TableStats,
  columns: readonly TableColumn[],
  tuples: readonly ToastedTuple[],
  indexes: readonly IndexSize[],
  total: Pick<TableSize, 'totalBytes' | 'lowBytes' | 'highBytes'>,
): string {
  const notes = [
    basis(table, columns),
    ...toast(tuples),
    ...compression(table, columns),
    ...guessedKeys(table),
    ...refusedKeys(indexes),
  ]
  return `${notes.join('; ')}; ${spread(total)}`
}

function basis({ evidence, rows }: TableStats, columns: readonly TableColumn[]): string {
  if (evidence.kind === 'sample') {
    return `simulated with ${formatNumber(evidence.rows.length)} sampled of ${formatNumber(rows)} rows`
  }
  if (evidence.kind === 'ddl') return 'column types and row count only, typical widths assumed'
  const guessed = columns.filter(
    ({ name, type }) =>
      type.kind !== 'fixed' && ownEntry(evidence.columns, name)?.width === undefined,
  )
  if (guessed.length === 0) return 'column statistics'
  const names = guessed.map(({ name }) => name).join(', ')
  return `column statistics, typical widths assumed for ${names}`
}

function toast(tuples: readonly ToastedTuple[]): readonly string[] {
  const moved = tuples.filter((tuple) => tuple.external.length > 0).length
  if (moved === 0) return []
  return [`values of ${formatNumber((100 * moved) / tuples.length)} % of the rows go to TOAST`]
}

/** Only where a row may be long enough to be compressed. */
function compression({ evidence }: TableStats, columns: readonly TableColumn[]): readonly string[] {
  if (evidence.kind !== 'sample') return []
  const guessed = columns.filter(({ name, type }) => {
    if (!isToastable(type)) return false
    const cells = evidence.rows.flatMap((row) => ownEntry(row, name) ?? [])
    const isLong = cells.some(
      (cell) => 'length' in cell && cell.length + LONG_HEADER_BYTES > TOAST_TUPLE_THRESHOLD,
    )
    return isLong && !cells.some((cell) => 'value' in cell)
  })
  if (guessed.length === 0) return []
  return [
    `compression assumed for ${guessed.map(({ name }) => name).join(', ')}, no values sampled`,
  ]
}

function guessedKeys({ evidence, indexes }: TableStats): readonly string[] {
  const guessed = indexes.filter((index) => !isCounted(index, evidence))
  if (guessed.length === 0) return []
  return [`count of keys assumed for ${guessed.map(({ name }) => name).join(', ')}`]
}

function refusedKeys(indexes: readonly IndexSize[]): readonly string[] {
  return indexes
    .filter(({ refusedShare }) => refusedShare > 0)
    .map(({ name, refusedShare }) => {
      const share = `${formatNumber(100 * refusedShare)} % of the rows`
      return `PostgreSQL refuses ${share}: keys of ${name} above ${formatNumber(LEAF_TUPLE_MAX_BYTES)} bytes`
    })
}

function spread({
  totalBytes,
  lowBytes,
  highBytes,
}: Pick<TableSize, 'totalBytes' | 'lowBytes' | 'highBytes'>): string {
  if (totalBytes === 0) return 'empty'
  const percent = (bytes: number) => formatNumber(Math.abs(100 * (bytes / totalBytes - 1)))
  return `-${percent(lowBytes)} % to +${percent(highBytes)} %`
}
