/** How serious a finding is: an error gates, a warning should be read, a note tells what was done. */
export type FindingLevel = 'error' | 'warn' | 'note'

/** One thing to tell the user about a bundle, or about the spec that it is made from. */
export interface Finding {
  /** Stable id such as `BG003`. */
  readonly ruleId: string
  readonly level: FindingLevel
  readonly message: string
  /** File of the bundle, and where in it; lines and columns count from 1. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
  /** Characters of the line that the place covers. */
  readonly length?: number
  readonly excerpt?: string
  readonly expected?: string
  readonly why?: string
  readonly hint?: string
}
