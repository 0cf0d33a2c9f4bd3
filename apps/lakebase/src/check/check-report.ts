import type { Exit } from '@lakebase/cli-kit'
import type { Part, PartFinding } from '../findings/part-finding.js'

/** What `check --json` prints. Version 1; fields are added, never changed. */
export interface CheckReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  /** Marks files that a later run may replace. */
  readonly generator: string
  /** Of this tool. */
  readonly version: string
  readonly parts: readonly CheckedPart[]
  readonly findings: readonly PartFinding[]
  readonly exit: Exit
}

export interface CheckedPart {
  readonly part: Part
  /** The file or folder, as the user would name it. */
  readonly source?: string
  readonly status: 'checked' | 'skipped'
  /** Why it was skipped, or how it was found. */
  readonly why?: string
}
