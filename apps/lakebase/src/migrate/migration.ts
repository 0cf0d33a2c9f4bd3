import type { Exit } from '@lakebase/cli-kit'

/** What became of one key of the old file. */
export interface MigratedKey {
  /** As the old file has it: `database_storage.restore_windows_days`. */
  readonly key: string
  readonly became: string
  readonly why: string
}

/** What `migrate --json` prints. Version 1; fields are added, never changed. */
export interface MigrationReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  readonly source: string
  readonly text: string
  readonly changes: readonly MigratedKey[]
  readonly exit: Exit
}
