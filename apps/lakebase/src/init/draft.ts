import type { Exit } from '@lakebase/cli-kit'
import type { Column } from '@lakebase/config'

/** What is known of a workload before anybody has described it. */
export interface Draft {
  readonly name: string
  readonly cloud?: string
  readonly region?: string
  readonly readsPerSecond?: number
  readonly connections?: number
  readonly tables: readonly DraftTable[]
}

export interface DraftTable {
  /** With three parts a lakehouse table to sync, else one of Postgres itself. */
  readonly name: string
  readonly columns: readonly Pick<Column, 'name' | 'type' | 'nullable'>[]
  readonly primaryKeys: readonly string[]
  readonly rows?: number
  readonly changeDataFeed?: boolean
  readonly source?: 'view' | 'materialized_view'
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
