/**
 * Different keys of a table, from how many rows of a sample share each row's key: the estimator of
 * Haas and Stokes that PostgreSQL's own ANALYZE uses (src/backend/commands/analyze.c, PostgreSQL 17).
 * Exact when the sample is the table.
 *
 * @param sharing for each row of the sample, the rows of the sample with its key, itself included
 */
export function estimateDistinct(sharing: readonly number[], tableRows: number): number {
  const sampled = sharing.length
  if (sampled === 0) return 0
  const seen = Math.round(sharing.reduce((sum, rows) => sum + 1 / rows, 0))
  const once = sharing.filter((rows) => rows === 1).length
  if (sampled >= tableRows) return seen
  const estimate = (sampled * seen) / (sampled - once + (once * sampled) / tableRows)
  return Math.round(Math.min(tableRows, Math.max(seen, estimate)))
}
