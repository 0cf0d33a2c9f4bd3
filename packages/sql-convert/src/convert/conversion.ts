import type { Span } from '../source/span.js'

/** What became of one statement. */
export interface Conversion extends Span {
  readonly status: ConversionStatus
  /** The statements of PostgreSQL, to be run in order; none where there is no conversion. */
  readonly statements: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** Functions of `spark_compat` that the statements call, with those that these call. */
  readonly compatFunctions: readonly string[]
  /** What `$1`, `$2`, … were in the source: a name, or empty for `?` and `%s`. */
  readonly parameters: readonly string[]
}

/**
 * `converted`: same values; `converted with notes`: read the diagnostics; `needs schema`: converts with
 * the columns of a table; `not applicable`: nothing to do in Lakebase; `unsupported`: no rule;
 * `unreadable`: no Databricks SQL.
 */
export type ConversionStatus =
  | 'converted'
  | 'converted with notes'
  | 'needs schema'
  | 'not applicable'
  | 'unreadable'
  | 'unsupported'

export interface Diagnostic {
  readonly severity: 'error' | 'note' | 'warning'
  readonly message: string
  readonly hint?: string
  readonly span: Span
}
