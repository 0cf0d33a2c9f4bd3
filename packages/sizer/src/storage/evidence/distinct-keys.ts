import assumptions from '../../data/storage-assumptions.json' with { type: 'json' }
import { ownEntry } from '../own-entry.js'
import type { ColumnStatistics, IndexStats, TableEvidence } from '../table-stats.js'

export interface DistinctKeys {
  readonly low: number
  readonly expected: number
  readonly high: number
}

const ASSUMED_ROWS_OF_A_KEY = assumptions.rowsOfAKey.value
const ASSUMED_FEWEST_KEYS = assumptions.fewestKeys.value

/** How many different keys an index has among `rows` rows without null. */
export function distinctKeys(
  index: IndexStats,
  rows: number,
  evidence: TableEvidence,
): DistinctKeys {
  const atMost = (count: number) => Math.max(1, Math.min(rows, count))
  if (index.unique) return { low: rows, expected: rows, high: rows }
  if (index.distinctKeys !== undefined) {
    const count = atMost(index.distinctKeys)
    return { low: count, expected: count, high: count }
  }
  const counts = columnDistincts(index.columns, evidence)
  if (counts === undefined) {
    return {
      low: atMost(Math.min(ASSUMED_FEWEST_KEYS, rows / ASSUMED_ROWS_OF_A_KEY)),
      expected: atMost(rows / ASSUMED_ROWS_OF_A_KEY),
      high: atMost(rows),
    }
  }
  const independent = atMost(counts.reduce((product, count) => product * count, 1))
  return {
    low: atMost(Math.max(...counts)),
    expected: independent,
    high: independent,
  }
}

/** Whether the keys of an index were counted, together or its one column; else they are guessed. */
export function isCounted(index: IndexStats, evidence: TableEvidence): boolean {
  if (index.unique || index.distinctKeys !== undefined) return true
  return index.columns.length === 1 && columnDistincts(index.columns, evidence) !== undefined
}

/** Undefined unless the catalog counted every column of the key. */
function columnDistincts(
  columns: readonly string[],
  evidence: TableEvidence,
): readonly number[] | undefined {
  if (evidence.kind !== 'statistics') return undefined
  const known: Readonly<Record<string, ColumnStatistics>> = evidence.columns
  const counts = columns.flatMap((column) => ownEntry(known, column)?.distinct ?? [])
  return counts.length === columns.length ? counts : undefined
}
