import { checkWhole } from '../check-number.js'
import type { Datum, Row } from '../heap/datum.js'
import { encodeJsonb } from '../jsonb/encode-jsonb.js'
import { numericLength } from '../numeric/numeric-length.js'
import { ownEntry } from '../own-entry.js'
import { StorageInputError } from '../storage-input-error.js'
import type { TableColumn } from '../table-column.js'
import type { SampleCell, SampleRow } from '../table-stats.js'

/** @throws StorageInputError on a cell that is missing, or not of its column's kind */
export function sampledRows(
  columns: readonly TableColumn[],
  rows: readonly SampleRow[],
): readonly Row[] {
  return rows.map((row, index) => {
    const path = `table.evidence.rows[${index}]`
    return columns.map((column) =>
      cellDatum(column, ownEntry(row, column.name), `${path}.${column.name}`),
    )
  })
}

function cellDatum({ type }: TableColumn, cell: SampleCell | undefined, path: string): Datum {
  if (cell === null) return null
  if (cell === undefined) throw new StorageInputError('missing', path, 'a cell', 'none')
  if (cell.kind !== type.kind) {
    throw new StorageInputError('wrong_kind', path, `a ${type.kind} cell`, `a ${cell.kind} cell`)
  }
  if (cell.kind === 'fixed') return type.kind === 'fixed' ? { length: type.length } : null
  if (cell.kind === 'numeric') {
    return { length: numericLength(checkWhole(cell.digits, `${path}.digits`)) }
  }
  if ('length' in cell) return { length: checkWhole(cell.length, `${path}.length`) }
  const value = cell.kind === 'bytes' ? cell.value : encodeJsonb(cell.value)
  return { length: value.length, value }
}
