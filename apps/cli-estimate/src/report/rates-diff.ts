import type { Exit } from '@lakebase/cli-kit'
import type { RateChange } from '@lakebase/pricing'

/** What `rates diff --json` prints. Version 1; fields are added, never changed. */
export interface RatesDiff {
  readonly ok: true
  readonly schemaVersion: 1
  /** Ids of the two cards. */
  readonly before: string
  readonly after: string
  readonly changes: readonly RateChange[]
  readonly exit: Exit
}
