import type { Exit } from '@lakebase/cli-kit'
import type { Column } from '@lakebase/config'

/** What is known of a workload before anybody has described it. */
export interface Draft {
  readonly name: string
  readonly cloud?: string
  readonly region?: string
  readonly load: KnownLoad
  readonly tables: readonly DraftTable[]
  /** What the sources say beside, and what they do not say: comments at the head of the load. */
  readonly notes: readonly string[]
}

/** A figure, and where it is from. */
export interface Known {
  readonly value: number
  readonly from?: string
}

type LoadKey =
  | 'reads_per_second'
  | 'continuous_writes_per_second'
  | 'bulk_writes_per_second'
  | 'connections'
  | 'hot_set_gb'
  | 'data_stored_gb'

type KnownLoad = Readonly<Partial<Record<LoadKey, Known>>>

/** What one source tells; later ones stand over earlier ones. */
export interface FoundLoad {
  readonly cloud?: string
  readonly region?: string
  readonly load: KnownLoad
  readonly notes: readonly string[]
}

export interface DraftTable {
  /** With three parts a lakehouse table to sync, else one of Postgres itself. */
  readonly name: string
  readonly columns: readonly DraftColumn[]
  readonly primaryKeys: readonly string[]
  readonly rows?: number
  /** In Postgres, indexes included. */
  readonly sizeGb?: number
  readonly indexes?: readonly { readonly columns: readonly string[]; readonly unique?: true }[]
  readonly changeDataFeed?: boolean
  readonly source?: 'view' | 'materialized_view'
  /** What else to know of it, a comment each. */
  readonly notes?: readonly string[]
}

export type DraftColumn = Pick<Column, 'name' | 'type' | 'nullable'> & {
  readonly average_bytes?: number
  readonly null_fraction?: number
  readonly distinct_values?: number
}

/** What `init --json` prints. Version 1; fields are added, never changed. */
export interface InitReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  /** Where it was written; absent for stdout. */
  readonly path?: string
  readonly text: string
  readonly tables: number
  readonly exit: Exit
}
