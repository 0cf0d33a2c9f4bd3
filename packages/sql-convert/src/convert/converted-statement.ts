import type { Grade } from '../functions/rule.js'
import type { Span } from '../source/span.js'

/** What became of one statement; its place in the script is without the semicolon. */
export interface ConvertedStatement extends Span {
  /** `query statement`, `insert`, `create table`, …; `command` for what is about files and settings. */
  readonly kind: string
  readonly status: ConversionStatus
  /** Statements of PostgreSQL, to be run in this order; none where there is no conversion. */
  readonly sql: readonly string[]
  /** How near the result is to Databricks', at its weakest place. */
  readonly semantics: Grade
  readonly diagnostics: readonly Diagnostic[]
  /** Functions of `spark_compat` that the statements call; `sparkCompatSql` adds those that these call. */
  readonly compatFunctions: readonly string[]
  /** What `$1`, `$2`, … were in the source, as it is written there: `:name`, `?`, `%(name)s`. */
  readonly parameters: readonly string[]
}

/**
 * - `converted`: by rules; `semantics` and `diagnostics` say how near it comes;
 * - `already_postgres`: left as it is;
 * - `needs_schema`: converts when the columns of its tables are known;
 * - `not_applicable`: nothing to do in Lakebase (OPTIMIZE, SET spark.…);
 * - `unsupported`: there is no rule, the diagnostic says for what;
 * - `parse_error`: no Databricks SQL.
 */
export type ConversionStatus =
  | 'already_postgres'
  | 'converted'
  | 'needs_schema'
  | 'not_applicable'
  | 'parse_error'
  | 'unsupported'

export interface Diagnostic {
  readonly code: DiagnosticCode
  /** `error`: not converted; `warning`: values may differ; `note`: worth knowing. */
  readonly severity: 'error' | 'note' | 'warning'
  readonly message: string
  readonly hint?: string
  readonly span: Span
}

/**
 * `SQ001` cannot be read, `SQ002` no rule, `SQ003` needs the columns, `SQ004` not applicable,
 * `SQ010` equivalent but for what is said, `SQ011` approximate.
 */
export type DiagnosticCode = 'SQ001' | 'SQ002' | 'SQ003' | 'SQ004' | 'SQ010' | 'SQ011'
