/** A value of a result row. Sent as text, as the API does; dates and nested values as text already. */
export type SqlValue = string | number | bigint | boolean | null

export interface SqlColumn {
  readonly name: string
  /** `LONG`, `STRING`, `DECIMAL`, `TIMESTAMP`, `ARRAY`, ... */
  readonly type_name: string
  /** `decimal(10,2)`; the type's name when left out. */
  readonly type_text?: string
}

/** How long the statement takes, on the machine's clock. */
interface SqlTiming {
  /** Waiting for the warehouse, before it runs; 0 when left out. */
  readonly pendingMs?: number
  /** Running; 0 when left out. */
  readonly delayMs?: number
}

export interface SqlRows extends SqlTiming {
  readonly columns: readonly SqlColumn[]
  readonly rows: readonly (readonly SqlValue[])[]
  /** Rows in a chunk; all in one when left out. */
  readonly chunkRows?: number
}

export interface SqlFailure extends SqlTiming {
  readonly error: { readonly error_code: SqlErrorCode; readonly message: string }
  /** SQLSTATE, for example 42P01. */
  readonly sqlState?: string
}

/** The codes that the API documents for a failed statement (Statement Execution API, 2026-11). */
export type SqlErrorCode =
  | 'ABORTED'
  | 'ALREADY_EXISTS'
  | 'BAD_REQUEST'
  | 'CANCELLED'
  | 'DEADLINE_EXCEEDED'
  | 'INTERNAL_ERROR'
  | 'IO_ERROR'
  | 'NOT_FOUND'
  | 'RESOURCE_EXHAUSTED'
  | 'SERVICE_UNDER_MAINTENANCE'
  | 'TEMPORARILY_UNAVAILABLE'
  | 'UNAUTHENTICATED'
  | 'UNKNOWN'
  | 'WORKSPACE_TEMPORARILY_UNAVAILABLE'

export type SqlAnswer = SqlRows | SqlFailure

export interface SqlParameter {
  readonly name: string
  readonly value?: string | null | undefined
  readonly type?: string | undefined
}

/** What else came with the statement. */
export interface SqlContext {
  readonly warehouseId: string
  readonly catalog: string | undefined
  readonly schema: string | undefined
  /** Aborted when the statement is cancelled or the workspace closes. */
  readonly signal: AbortSignal
}

/** Computes what a statement answers. While a promise of it is open, the statement is PENDING. */
export type SqlFunction = (
  statement: string,
  parameters: readonly SqlParameter[],
  context: SqlContext,
) => SqlAnswer | Promise<SqlAnswer>
