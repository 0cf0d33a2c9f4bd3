/** How serious a finding is: an error gates, a warning should be read, a note tells what was done. */
export type FindingLevel = 'error' | 'warn' | 'note'

/** Where in a bundle's file something stands. Lines and columns count from 1, as editors show them. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  /** Characters of the line that the place covers, at least 1. */
  readonly length: number
  /** The whole source line. */
  readonly excerpt: string
}

/** One thing to tell the user about a bundle, or about the spec that it is made from. */
export interface Finding extends Partial<Place> {
  /** Stable id such as `BG003` or `LB103`. */
  readonly ruleId: string
  readonly level: FindingLevel
  readonly message: string
  /** The source table that it is about, as the spec names it. */
  readonly source?: string
  /** What would have been right, in words or as a list of values. */
  readonly expected?: string
  /** The nearest right value, for "did you mean". */
  readonly suggestion?: string
  /** Why it matters. */
  readonly why?: string
  /** What to do now. */
  readonly hint?: string
}
