import type { Finding, PreflightQuery, PreflightTable } from '@lakebase/bundle-gen'
import type { Exit } from '@lakebase/cli-kit'

/** What `preflight --json` prints. Version 1; fields are added, never changed. */
export interface PreflightReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  /** Without `--run`: what would be asked. */
  readonly queries?: readonly PreflightQuery[]
  /** With `--run`: what the warehouse answered. */
  readonly tables?: readonly PreflightTable[]
  readonly findings: readonly Finding[]
  readonly exit: Exit
}
