import type { TableEvidence } from './table-stats.js'

/** Bytes on disk of one Postgres table, freshly loaded: `low <= expected <= high`, everywhere. */
export interface TableSize {
  /** Main fork of the table, `pg_relation_size(table)`. */
  readonly heapBytes: number
  /** TOAST heap and TOAST index together. */
  readonly toastBytes: number
  readonly toastHeapBytes: number
  readonly toastIndexBytes: number
  /** In the order asked. */
  readonly indexes: readonly IndexSize[]
  /** Heap, TOAST and indexes, the indexes built in bulk after the load. */
  readonly totalBytes: number
  readonly lowBytes: number
  /** With indexes that stood before the rows came, and with the least favourable widths and compression. */
  readonly highBytes: number
  /** Which kind of evidence the figures rest on. */
  readonly evidence: TableEvidence['kind']
  /** One line for people: what was known, what was assumed, how wide the range is. */
  readonly why: string
}

export interface IndexSize {
  readonly name: string
  /** Built in bulk from sorted keys. */
  readonly bytes: number
  readonly lowBytes: number
  /** Grown by inserts in the index's insert order. */
  readonly highBytes: number
  /**
   * Share of the rows, 0 to 1, whose key is longer than the 2,704 bytes of an index tuple: PostgreSQL
   * refuses to store them. They are counted at that length.
   */
  readonly refusedShare: number
}
