import type { BundleDiff } from '@lakebase/bundle-gen'
import type { Exit } from '@lakebase/cli-kit'

/** A comparison with what it compared. */
export interface DiffReport extends BundleDiff {
  readonly before: string
  readonly after: string
  readonly exit: Exit
}

/** What `diff --json` prints. Version 1; fields are added, never changed. */
export interface DiffDocument extends DiffReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  /** Marks files that a later run may replace. */
  readonly generator: string
}
