import type { PartFinding } from '../findings/part-finding.js'
import type { CheckedPart } from './check-report.js'

/** A part after its check, with what was found. */
export interface Checked {
  readonly part: CheckedPart
  readonly findings: readonly PartFinding[]
}
