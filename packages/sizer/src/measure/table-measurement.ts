import type { ColumnStats, SampleRow } from '../storage/table-stats.js'

/** A table to measure, as the workload names it. */
export interface TableToMeasure {
  /** `catalog.schema.table` */
  readonly name: string
  readonly primaryKeys: readonly string[]
}

/** What a warehouse says of one table; one that fails keeps its error to itself. */
export type TableMeasurement = MeasuredTable | FailedMeasurement

export interface MeasuredTable {
  readonly table: string
  readonly rows: number
  /** In the order of the table, those of unsupported types left out. */
  readonly columns: readonly ColumnStats[]
  readonly sample: readonly SampleRow[]
  /** When the table was last changed, for a cache; missing for views. */
  readonly lastModified?: string
  /** Compressed bytes of the files, missing for views. */
  readonly deltaBytes?: number
  /** Whether the change data feed is on; missing for views. */
  readonly changeDataFeed?: boolean
  readonly problems: readonly SyncProblem[]
}

/** What would break or thin out a sync, as far as the sample shows it. */
export type SyncProblem =
  | { readonly kind: 'unsupported type'; readonly column: string; readonly type: string }
  | { readonly kind: 'missing key column'; readonly column: string }
  /** Rows of the sample with a NULL in the key: the sync leaves them out in silence. */
  | { readonly kind: 'null keys'; readonly rows: number }
  /** Rows of the sample with a byte 0x00 in a text: the sync stops at them. */
  | { readonly kind: '0x00 bytes'; readonly rows: number }

export interface FailedMeasurement {
  readonly table: string
  readonly error: Error
}
