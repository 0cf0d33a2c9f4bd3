import { type BtreeKeys, btreePages } from './btree/btree-pages.js'
import { indexTupleLength, type KeyColumn } from './btree/index-tuple-length.js'
import { LEAF_TUPLE_MAX_BYTES } from './btree/page-limits.js'
import type { Row } from './heap/datum.js'
import { heapPages } from './heap/heap-pages.js'
import { PAGE_BYTES } from './page/page-layout.js'
import { chunkLengths } from './toast/chunk-lengths.js'
import type { Compress } from './toast/compress.js'
import { isToastable, type ToastedTuple, toastTuple } from './toast/toast-tuple.js'
import type { PostgresType } from './type/postgres-type.js'

/** Rows of a table, few of them or all, as they are or as they are taken to be. */
export interface RowsToStore {
  readonly types: readonly PostgresType[]
  readonly rows: readonly Row[]
  readonly compress: Compress
  /** Of the whole table. */
  readonly tableRows: number
  readonly fillfactor: number
}

export interface StoredTable {
  readonly heapBytes: number
  readonly toastHeapBytes: number
  readonly toastIndexBytes: number
  readonly tuples: readonly ToastedTuple[]
}

/** chunk_id oid and chunk_seq integer in an index tuple. Source: PostgreSQL 17 documentation, 65.2.1. */
const CHUNK_INDEX_TUPLE_BYTES = 16
const TOAST_FILLFACTOR = 100

/** Heap and TOAST of a table. */
export function storeTable(stored: RowsToStore): StoredTable {
  const { types, rows, compress, tableRows, fillfactor } = stored
  const tuples = rows.map((row) => toastTuple(types, row, compress))
  const lengths = tuples.map((tuple) => tuple.length)
  const chunks = tuples.flatMap((tuple) => tuple.external.flatMap(chunkLengths))
  const tableChunks = rows.length === 0 ? 0 : Math.round((chunks.length * tableRows) / rows.length)
  return {
    heapBytes: PAGE_BYTES * heapPages(lengths, tableRows, fillfactor),
    toastHeapBytes: PAGE_BYTES * heapPages(chunks, tableChunks, TOAST_FILLFACTOR),
    toastIndexBytes: types.some(isToastable)
      ? PAGE_BYTES * btreePages([uniqueKeys(tableChunks, [CHUNK_INDEX_TUPLE_BYTES])])
      : 0,
    tuples,
  }
}

export interface IndexToBuild {
  readonly key: readonly KeyColumn[]
  readonly unique: boolean
  /** Of so many rows whose key is not all null, the count of different keys. */
  readonly distinct: (rows: number) => number
}

/** Bytes of an index built in bulk on the table, keys that PostgreSQL refuses at the longest it takes. */
export function buildIndex(stored: RowsToStore, index: IndexToBuild): number {
  const { tableRows } = stored
  const keys = keysOf(stored, index)
  const lengthsOf = (some: readonly Row[]) =>
    some.map((values) =>
      Math.min(LEAF_TUPLE_MAX_BYTES, indexTupleLength(index.key, values, stored.compress)),
    )
  if (index.unique) return PAGE_BYTES * btreePages([uniqueKeys(tableRows, lengthsOf(keys))])

  const deduplicated = index.key.every(({ type }) => isDeduplicated(type))
  const nulls = keys.filter((values) => values.every((value) => value === null))
  const others = keys.filter((values) => values.some((value) => value !== null))
  const nullRows = keys.length === 0 ? 0 : Math.round((tableRows * nulls.length) / keys.length)
  const otherRows = tableRows - nullRows
  const distinct = Math.min(otherRows, index.distinct(otherRows))
  const parts: readonly BtreeKeys[] = [
    { rows: otherRows, distinct, tupleLengths: lengthsOf(others), deduplicated },
    { rows: nullRows, distinct: 1, tupleLengths: lengthsOf(nulls.slice(0, 1)), deduplicated },
  ]
  return PAGE_BYTES * btreePages(parts)
}

/** Share of the rows, 0 to 1, that PostgreSQL refuses because their key is too long for the index. */
export function refusedShare(stored: RowsToStore, index: Pick<IndexToBuild, 'key'>): number {
  const keys = keysOf(stored, index)
  const refused = keys.filter(
    (values) => indexTupleLength(index.key, values, stored.compress) > LEAF_TUPLE_MAX_BYTES,
  )
  return keys.length === 0 ? 0 : refused.length / keys.length
}

function keysOf({ rows }: RowsToStore, { key }: Pick<IndexToBuild, 'key'>): readonly Row[] {
  return rows.map((row) => key.map(({ column }) => row[column] ?? null))
}

function uniqueKeys(rows: number, tupleLengths: readonly number[]): BtreeKeys {
  return { rows, distinct: rows, tupleLengths, deduplicated: false }
}

/**
 * Types whose equal values are the same bytes. Source: PostgreSQL 17 documentation, 64.1.4.3
 * "Deduplication", and `btequalimage` in src/include/catalog/pg_amproc.dat.
 */
function isDeduplicated({ name }: PostgresType): boolean {
  return !['double precision', 'interval', 'jsonb', 'numeric', 'real'].includes(name)
}
