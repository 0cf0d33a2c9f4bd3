import { LINE_POINTER_BYTES, maxAlign } from '../page/page-layout.js'
import type { IndexStats, TableStats } from '../table-stats.js'
import { chunkLengths } from '../toast/chunk-lengths.js'
import type { ToastedTuple } from '../toast/toast-tuple.js'

/** Of the layout itself. Measured by this project on 12 tables built in PostgreSQL 17: 1 % of heap and TOAST at worst, in one of them. */
const MODEL_SHARE = 0.005
const STANDARD_ERRORS = 2
/** Widths of a catalog are means; how values spread around them is not known. Measured on the same tables: 10 % at worst where they were known. */
const STATISTICS_SHARE = 0.1
/** Of an index. Measured on 24 of them: 1 % of unique ones, 4 % of others, where all keys had exactly as many rows. */
const UNIQUE_INDEX_SHARE = 0.01
const PLAIN_INDEX_SHARE = 0.05

/** How far heap and TOAST may be off, as a share of them. */
export function tableUncertainty(table: TableStats, tuples: readonly ToastedTuple[]): number {
  if (table.evidence.kind !== 'sample') return STATISTICS_SHARE
  return MODEL_SHARE + STANDARD_ERRORS * standardError(tuples.map(footprint), table.rows)
}

/** How far an index may be off, as a share of it. */
export function indexUncertainty(index: IndexStats): number {
  return index.unique ? UNIQUE_INDEX_SHARE : PLAIN_INDEX_SHARE
}

function footprint(tuple: ToastedTuple): number {
  return [tuple.length, ...tuple.external.flatMap(chunkLengths)].reduce(
    (sum, length) => sum + maxAlign(length) + LINE_POINTER_BYTES,
    0,
  )
}

/** Of the mean of a sample, as a share of that mean; less when the sample is most of the table. */
function standardError(values: readonly number[], population: number): number {
  const count = values.length
  if (count === 0 || count >= population) return 0
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count
  return (Math.sqrt(variance / count) / mean) * Math.sqrt(1 - count / population)
}
