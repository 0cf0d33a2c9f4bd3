/** What a table takes in Postgres, in bytes, and where that is known from. */
export interface KnownSize {
  readonly source: 'measured' | 'ddl'
  readonly rows: number
  readonly heapBytes: number
  readonly toastBytes: number
  readonly indexBytes: number
  /** Heap, TOAST and indexes. */
  readonly totalBytes: number
  readonly lowBytes: number
  readonly highBytes: number
  /** What it rests on, and how wide the range is. */
  readonly why: string
  /** ISO time, of what was measured. */
  readonly measuredAt?: string
}

/** By the name that the workload gives the table. */
export type KnownSizes = ReadonlyMap<string, KnownSize>
