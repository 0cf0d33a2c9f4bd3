import type { Exit, SarifFinding } from '@lakebase/cli-kit'

/** What `check --json` prints. Version 1; fields are added, never changed. */
export interface CheckReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  /** Marks files that a later run may replace. */
  readonly generator: string
  /** Of this tool. */
  readonly version: string
  readonly parts: readonly CheckedPart[]
  readonly findings: readonly CheckFinding[]
  readonly exit: Exit
}

export interface CheckedPart {
  readonly part: 'workload' | 'bundle' | 'queries'
  /** The file or folder, as the user would name it. */
  readonly source?: string
  readonly status: 'checked' | 'skipped'
  /** Why it was skipped, or how it was found. */
  readonly why?: string
}

export interface CheckFinding extends SarifFinding {
  readonly part: CheckedPart['part']
}
