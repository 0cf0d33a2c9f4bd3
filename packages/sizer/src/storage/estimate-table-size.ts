import type { KeyColumn } from './btree/index-tuple-length.js'
import { byteRange } from './byte-range.js'
import { checkTable } from './check-table.js'
import { distinctKeys, isCounted } from './evidence/distinct-keys.js'
import { measureCases, type Scenarios, scenarios } from './evidence/scenarios.js'
import { indexUncertainty, tableUncertainty } from './evidence/uncertainty.js'
import { explain } from './explain.js'
import { indexGrowth } from './index-growth.js'
import {
  buildIndex,
  type RowsToStore,
  refusedShare,
  type StoredTable,
  storeTable,
} from './layout.js'
import type { TableColumn } from './table-column.js'
import type { IndexSize, TableSize } from './table-size.js'
import type { IndexStats, TableStats } from './table-stats.js'

/**
 * The size in Postgres of the table that a synced table becomes: heap, TOAST and indexes in bytes,
 * freshly loaded, as `pg_relation_size` would tell (the main forks).
 *
 * @throws StorageInputError
 * @example
 * const size = estimateTableSize({
 *   rows: 2_000_000,
 *   columns: [{ name: 'id', type: 'BIGINT', nullable: false }],
 *   indexes: [{ name: 'pk', columns: ['id'], unique: true }],
 *   evidence: { kind: 'ddl' },
 * })
 */
export function estimateTableSize(table: TableStats): TableSize {
  const columns = checkTable(table)
  const cases = scenarios(table, columns)
  const { low, expected, high } = measureCases(cases, storeTable)
  const { heapBytes, toastHeapBytes, toastIndexBytes, tuples } = expected
  const stored = byteRange(
    { low: storedBytes(low), expected: storedBytes(expected), high: storedBytes(high) },
    tableUncertainty(table, tuples),
  )
  const indexes = table.indexes.map((index) => sizeIndex(index, table, columns, cases))
  const sizes = [stored, ...indexes]
  const total = {
    totalBytes: sum(sizes.map((size) => size.bytes)),
    lowBytes: sum(sizes.map((size) => size.lowBytes)),
    highBytes: sum(sizes.map((size) => size.highBytes)),
  }
  return {
    heapBytes,
    toastBytes: toastHeapBytes + toastIndexBytes,
    toastHeapBytes,
    toastIndexBytes,
    indexes,
    ...total,
    evidence: table.evidence.kind,
    why: explain(table, columns, tuples, indexes, total),
  }
}

function sizeIndex(
  index: IndexStats,
  table: TableStats,
  columns: readonly TableColumn[],
  stored: Scenarios,
): IndexSize {
  const key = keyColumns(index, columns)
  const build = (end: keyof Scenarios) => (rows: RowsToStore) =>
    buildIndex(rows, {
      key,
      unique: index.unique,
      distinct: (filled) => distinctKeys(index, filled, table.evidence)[end],
    })
  const cases = isCounted(index, table.evidence)
    ? measureCases(stored, build('expected'))
    : {
        low: build('low')(stored.low),
        expected: build('expected')(stored.expected),
        high: build('high')(stored.high),
      }
  const bulk = byteRange(cases, indexUncertainty(index))
  const inserted = byteRange(cases, 0)
  const keyTypes = key.map(({ type }) => type)
  const growth = indexGrowth(index, keyTypes)
  return {
    name: index.name,
    bytes: bulk.bytes,
    lowBytes: Math.floor(Math.min(bulk.lowBytes, inserted.lowBytes * growth.low)),
    highBytes: Math.ceil(Math.max(bulk.highBytes, inserted.highBytes * growth.high)),
    refusedShare: refusedShare(stored.expected, { key }),
  }
}

function keyColumns(index: IndexStats, columns: readonly TableColumn[]): readonly KeyColumn[] {
  return index.columns.flatMap((name) => {
    const column = columns.findIndex((one) => one.name === name)
    const type = columns[column]?.type
    return type ? [{ column, type }] : []
  })
}

function storedBytes({ heapBytes, toastHeapBytes, toastIndexBytes }: StoredTable): number {
  return heapBytes + toastHeapBytes + toastIndexBytes
}

function sum(bytes: readonly number[]): number {
  return bytes.reduce((total, one) => total + one, 0)
}
