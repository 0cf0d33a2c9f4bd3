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
 *
 * A converter gives those. Who checks its results, or asks a model about the rest, has two more:
 * - `verify_failed`: converted, and a check refuses it;
 * - `converted_by_model`: a model's, and every check agrees.
 */
export type ConversionStatus =
  | 'already_postgres'
  | 'converted'
  | 'converted_by_model'
  | 'needs_schema'
  | 'not_applicable'
  | 'parse_error'
  | 'unsupported'
  | 'verify_failed'

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
 * `SQ010` equivalent but for what is said, `SQ011` approximate. Of checks: `SQ020` not in PostgreSQL's
 * grammar, `SQ021` a clause got lost, `SQ022` Postgres does not plan it, `SQ023` not planned for want of
 * a table. Of models: `SQ030` its answers were refused, `SQ031` one was accepted.
 */
export type DiagnosticCode =
  | 'SQ001'
  | 'SQ002'
  | 'SQ003'
  | 'SQ004'
  | 'SQ010'
  | 'SQ011'
  | 'SQ020'
  | 'SQ021'
  | 'SQ022'
  | 'SQ023'
  | 'SQ030'
  | 'SQ031'
