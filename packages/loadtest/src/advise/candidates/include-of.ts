import type { TableUse } from '../uses/table-use.js'
import type { Candidate } from './candidate.js'

/** Columns beyond these make an index that is a second table. */
const MOST_COLUMNS = 4
const MOST_BYTES = 64

/** The index with all that the query reads, so that it need not look at the table; if that is little. */
export function includeOf(use: TableUse, candidate: Candidate): Candidate | undefined {
  if (use.needsAll) return undefined
  const keys = new Set(candidate.keys.map(({ column }) => column))
  const missing = [...use.needed].filter((column) => !keys.has(column)).sort()
  const widths = missing.map(
    (name) => use.table.columns.find((one) => one.name === name)?.width ?? MOST_BYTES,
  )
  const isSmall = widths.reduce((sum, width) => sum + width, 0) <= MOST_BYTES
  if (missing.length === 0 || missing.length > MOST_COLUMNS || !isSmall) return undefined
  return { ...candidate, include: missing }
}
