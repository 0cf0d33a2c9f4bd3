import type { Candidate } from './candidate.js'

/** Item pointer and tuple header of a B-tree entry, aligned; leaves are filled to 90 %. */
const ENTRY_BYTES = 12
const FILL = 0.9
/** Of an expression or a column without statistics. */
const UNKNOWN_WIDTH = 16

/**
 * Upper estimate of an index's size before it is made, for the limit: rows times the mean widths of
 * its columns. Repeated keys take less, and a partial index has fewer rows.
 */
export function estimateBytes({ table, keys, include }: Candidate): number {
  const columns = [...keys.map(({ column }) => column), ...include]
  const widths = columns.map((name) => {
    const column = table.columns.find((one) => one.name === name)
    return column?.width ?? UNKNOWN_WIDTH
  })
  const width = widths.reduce((sum, one) => sum + one, 0)
  const aligned = Math.ceil((width + ENTRY_BYTES) / 8) * 8
  return Math.round((Math.max(table.rows, 0) * aligned) / FILL)
}
