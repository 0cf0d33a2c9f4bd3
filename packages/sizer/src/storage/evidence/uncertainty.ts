import assumptions from '../../data/storage-assumptions.json' with { type: 'json' }
import { LINE_POINTER_BYTES, maxAlign } from '../page/page-layout.js'
import type { IndexStats, TableStats } from '../table-stats.js'
import { chunkLengths } from '../toast/chunk-lengths.js'
import type { ToastedTuple } from '../toast/toast-tuple.js'

/** Of the mean of the sample, on either side: 95 of 100 samples lie within. */
const STANDARD_ERRORS = 2

/** How far heap and TOAST may be off, as a share of them. */
export function tableUncertainty(table: TableStats, tuples: readonly ToastedTuple[]): number {
  if (table.evidence.kind !== 'sample') return assumptions.statisticsError.value
  return (
    assumptions.layoutError.value +
    STANDARD_ERRORS * standardError(tuples.map(footprint), table.rows)
  )
}

/** How far an index may be off, as a share of it. */
export function indexUncertainty(index: IndexStats): number {
  return index.unique ? assumptions.uniqueIndexError.value : assumptions.plainIndexError.value
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
