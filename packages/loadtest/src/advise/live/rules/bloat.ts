import type { TableFacts } from '../table-facts.js'

/** storage/bufpage.h and access/htup_details.h of PostgreSQL 17, for pages of 8 KB. */
const PAGE_BYTES = 8_192
const PAGE_HEADER_BYTES = 24
const ROW_HEADER_BYTES = 23
const ITEM_POINTER_BYTES = 4

/**
 * Bytes of a table that its rows do not need, by row count and mean widths; undefined without
 * statistics. Padding between columns is not known, so 2 bytes a column are allowed for it.
 */
export function bloatOf({
  rows,
  bytes,
  width,
  columns,
  hasNulls,
  fillFactor,
}: TableFacts): number | undefined {
  if (width === null || rows <= 0) return undefined
  const header = aligned(ROW_HEADER_BYTES + (hasNulls ? Math.ceil(columns / 8) : 0))
  const row = ITEM_POINTER_BYTES + header + aligned(width + 2 * (columns - 1))
  const pageBytes = ((PAGE_BYTES - PAGE_HEADER_BYTES) * fillFactor) / 100
  const rowsOfPage = Math.max(1, Math.floor(pageBytes / row))
  const needed = Math.ceil(rows / rowsOfPage) * PAGE_BYTES
  return Math.max(0, bytes - needed)
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 8) * 8
}
