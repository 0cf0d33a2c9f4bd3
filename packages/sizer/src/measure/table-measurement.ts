import type { ColumnStats, SampleRow } from '../storage/table-stats.js'

/** A table to measure, as the workload names it. */
export interface TableToMeasure {
  /** `catalog.schema.table` */
  readonly name: string
  readonly primaryKeys: readonly string[]
  /** Columns of each index wished for beside the primary key: their different keys are estimated. */
  readonly indexes?: readonly (readonly string[])[]
  /** Rows as far as somebody says: taken for a view, which can only be counted by a scan. */
  readonly rows?: number
}

/** What a warehouse says of one table; one that fails keeps its error to itself. */
export type TableMeasurement = MeasuredTable | FailedMeasurement

export interface MeasuredTable {
  readonly table: string
  readonly rows: number
  /** In the order of the table, those of unsupported types left out. */
  readonly columns: readonly ColumnStats[]
  readonly sample: readonly SampleRow[]
  /** Different keys of each index asked for, in the order asked; undefined where it has an unknown column. */
  readonly distinctKeys: readonly (number | undefined)[]
  /** When the table was last changed, for a cache; missing for views. */
  readonly lastModified?: string
  /** Compressed bytes of the files, missing for views. */
  readonly deltaBytes?: number
  /** Whether the change data feed is on; missing for views. */
  readonly changeDataFeed?: boolean
  readonly problems: readonly SyncProblem[]
}

/** What would break or thin out a sync. */
export type SyncProblem =
  | { readonly kind: 'unsupported type'; readonly column: string; readonly type: string }
  | { readonly kind: 'missing key column'; readonly column: string }
  | RowProblem

/**
 * Rows with a NULL in the key, which the sync leaves out in silence; rows beyond the first of
 * their key, at which it fails; rows with a byte 0x00 in a text, at which it stops. Counted in the
 * whole table, or in the sample only: then there may be more, and none found says little.
 */
export interface RowProblem {
  readonly kind: 'null keys' | 'duplicate keys' | '0x00 bytes'
  readonly rows: number
  readonly counted: 'table' | 'sample'
}

export interface FailedMeasurement {
  readonly table: string
  readonly error: Error
}
