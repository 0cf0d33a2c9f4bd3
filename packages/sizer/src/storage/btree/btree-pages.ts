import { shuffled } from '../evidence/shuffled.js'
import { fillLeafPages } from './fill-leaf-pages.js'
import { groupSizes } from './group-sizes.js'
import { internalPages } from './internal-pages.js'
import { type LeafItem, postingTuples, repeatedTuples, uniqueTuples } from './leaf-item.js'
import { META_PAGES } from './page-limits.js'

/** The keys of an index, as far as its size goes. */
export interface BtreeKeys {
  readonly rows: number
  /** Different keys among these rows, from 1 to `rows`. */
  readonly distinct: number
  /** Aligned lengths of index tuples, in the proportions of the index, in any order. */
  readonly tupleLengths: readonly number[]
  /** Whether rows of one key share a posting list. */
  readonly deduplicated: boolean
}

/** Leaf tuples to lay out; more would not change the average page. */
const TUPLES_TO_LAY_OUT = 10_000
/** A posting list holds up to 132 rows, so that as many rows make about as many tuples. */
const ROWS_TO_LAY_OUT = { deduplicated: 1_300_000, plain: 10_000 }
const SEED = 7

/**
 * Pages of a B-tree built in bulk: leaves, internal levels, metapage. Several sets of keys, such as
 * null and not null, share the leaves.
 */
export function btreePages(parts: readonly BtreeKeys[]): number {
  const filled = parts.filter((part) => part.rows > 0).map(leafPages)
  const pages = filled.reduce((sum, part) => sum + part.pages, 0)
  if (pages === 0) return META_PAGES
  const leaves = Math.ceil(pages)
  const pivotBytes = filled.reduce((sum, part) => sum + part.pages * part.pivotBytes, 0) / pages
  return leaves + internalPages(leaves, pivotBytes) + META_PAGES
}

function leafPages(keys: BtreeKeys): { readonly pages: number; readonly pivotBytes: number } {
  const { finishedPages, finishedRows, pivotBytes } = fillLeafPages(leafItems(keys))
  if (finishedPages === 0) return { pages: 1, pivotBytes: 0 }
  return {
    pages: (keys.rows * finishedPages) / finishedRows,
    pivotBytes: pivotBytes / finishedPages,
  }
}

function* leafItems(keys: BtreeKeys): Generator<LeafItem> {
  const { deduplicated, distinct, rows, tupleLengths } = keys
  if (distinct >= rows) {
    yield* uniqueTuples(tupleLengths, Math.min(rows, TUPLES_TO_LAY_OUT))
    return
  }
  const mostRows = deduplicated ? ROWS_TO_LAY_OUT.deduplicated : ROWS_TO_LAY_OUT.plain
  const mean = rows / distinct
  const groups = Math.ceil(Math.min(distinct, TUPLES_TO_LAY_OUT, Math.max(1, mostRows / mean)))
  const sizes = groupSizes(Math.min(mean, mostRows / groups), groups)
  for (const [index, size] of shuffled(sizes, SEED).entries()) {
    const length = tupleLengths[index % tupleLengths.length] ?? 0
    yield* deduplicated ? postingTuples(length, size) : repeatedTuples(length, size)
  }
}
