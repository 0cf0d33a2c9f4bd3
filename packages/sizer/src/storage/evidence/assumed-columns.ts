import assumptions from '../../data/storage-assumptions.json' with { type: 'json' }
import { checkRange, checkWhole } from '../check-number.js'
import { numericLength } from '../numeric/numeric-length.js'
import { StorageInputError } from '../storage-input-error.js'
import type { TableColumn } from '../table-column.js'
import type { ColumnStatistics, ColumnWidth } from '../table-stats.js'
import type { WidthRange } from './typical-width.js'
import { typicalWidth } from './typical-width.js'

/** What the values of a column are taken to be, where no row has been seen. */
export interface AssumedColumn {
  readonly nullFraction: WidthRange
  /** Mean bytes without header; of a type of fixed length that length. */
  readonly width: WidthRange
  readonly maxWidth?: number
  /** Whether the width comes from a catalog. */
  readonly known: boolean
}

const NEVER_NULL: WidthRange = { low: 0, expected: 0, high: 0 }
const SOMETIMES_NULL: WidthRange = assumptions.nullFraction.value

/** @throws StorageInputError on statistics that the column cannot have */
export function assumedColumn(
  column: TableColumn,
  statistics: ColumnStatistics | undefined,
): AssumedColumn {
  const path = `table.evidence.columns.${column.name}`
  const nullFraction = nullsOf(column, statistics, path)
  const { type } = column
  if (statistics?.distinct !== undefined) checkWhole(statistics.distinct, `${path}.distinct`)
  const width = statistics?.width
  if (width !== undefined) return { nullFraction, ...statedWidth(column, width, `${path}.width`) }
  return type.kind === 'fixed'
    ? { nullFraction, width: exactly(type.length), known: statistics !== undefined }
    : { nullFraction, width: typicalWidth(column.databricksType), known: false }
}

function nullsOf(
  { nullable }: TableColumn,
  statistics: ColumnStatistics | undefined,
  path: string,
): WidthRange {
  if (statistics === undefined) return nullable ? SOMETIMES_NULL : NEVER_NULL
  return exactly(checkRange(statistics.nullFraction, 0, 1, `${path}.nullFraction`))
}

function statedWidth(
  { type }: TableColumn,
  width: ColumnWidth,
  path: string,
): Pick<AssumedColumn, 'width' | 'maxWidth' | 'known'> {
  if (width.kind !== type.kind) {
    throw new StorageInputError('wrong_kind', path, `a ${type.kind} width`, `a ${width.kind} width`)
  }
  const most = Number.MAX_SAFE_INTEGER
  if (width.kind === 'numeric') {
    const digits = checkRange(width.averageDigits, 0, most, `${path}.averageDigits`)
    return { width: exactly(numericLength(digits)), known: true }
  }
  const average = checkRange(width.averageLength, 0, most, `${path}.averageLength`)
  if (width.maxLength === undefined) return { width: exactly(average), known: true }
  const maxWidth = checkRange(width.maxLength, average, most, `${path}.maxLength`)
  return { width: exactly(average), maxWidth, known: true }
}

function exactly(value: number): WidthRange {
  return { low: value, expected: value, high: value }
}
