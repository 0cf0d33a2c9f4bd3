import type { CheckedPart, CheckFinding } from './check-report.js'

/** A part after its check, with what was found. */
export interface Checked {
  readonly part: CheckedPart
  readonly findings: readonly CheckFinding[]
}
