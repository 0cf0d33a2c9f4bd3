import type { Workload } from '@lakebase/config'
import type { Workspace } from '@lakebase/workspace'

/** What the tests look at. */
export interface Patient {
  readonly workspace: Workspace
  /** Who is signed in; grants are written for them. */
  readonly user: string
  readonly workload: Workload | undefined
  readonly branch: string | undefined
  /** Whether statements may be sent to the warehouse. */
  readonly mayRunSql: boolean
}
