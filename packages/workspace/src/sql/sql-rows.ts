/**
 * A value of a result. Whole numbers beyond 2^53 are bigint, decimals are text with all their digits,
 * dates and timestamps are ISO text, binary is bytes, arrays, maps and structs are JSON text.
 */
export type SqlValue = string | number | bigint | boolean | Uint8Array | null

/** A parameter of a statement, written there as `:name`. */
export type SqlParameter = string | number | bigint | boolean | null

export interface SqlColumn {
  readonly name: string
  /** Databricks' name: LONG, DECIMAL, STRING, ... */
  readonly type: string
}

/** All rows of a result, each by its columns' names, which are unique. */
export interface SqlRows {
  readonly columns: readonly SqlColumn[]
  readonly rows: readonly Readonly<Record<string, SqlValue>>[]
}

/** What is known of a statement while it runs. */
export interface SqlProgress {
  readonly statementId: string
  readonly state: string
  readonly elapsedMs: number
}

export interface RunSqlOptions {
  readonly parameters?: Readonly<Record<string, SqlParameter>>
  /** Aborting cancels the statement in the warehouse. */
  readonly signal?: AbortSignal
  /** Then the statement is cancelled; covers the start of a stopped warehouse. Default 10 minutes. */
  readonly timeoutMs?: number
  readonly onProgress?: (progress: SqlProgress) => void
  /**
   * `statement-api` (default) takes results up to 25 MiB; `databricks-sql`, the package `@databricks/sql`,
   * takes any size and a cluster too.
   */
  readonly driver?: 'databricks-sql' | 'statement-api'
  /** Whether it may be sent again when its answer is lost. Default: true if it begins as a query does. */
  readonly idempotent?: boolean
}

export type RunSql = (statement: string, options?: RunSqlOptions) => Promise<SqlRows>
