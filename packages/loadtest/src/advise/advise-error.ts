export type AdviseErrorCode =
  /** Two queries of one id, or a weight that is not above 0. */
  | 'BAD_QUERY'
  /** A text is not what PostgreSQL's grammar takes. */
  | 'SYNTAX'
  /** The function runs statements on several connections: a rollback would not take all back. */
  | 'NOT_ONE_SESSION'
  /** The server answered in a shape that this version does not know. */
  | 'UNEXPECTED_ANSWER'
  /** The server is older than PostgreSQL 14. */
  | 'SERVER_TOO_OLD'
  /** A statement to apply is not exactly one CREATE INDEX. */
  | 'NOT_AN_INDEX'
  /** A statement to apply would lock its table against writes. */
  | 'WOULD_LOCK'
  /** An index of this name is there already, and is another one or invalid. */
  | 'NAME_TAKEN'
  /** The index was created and is not valid. */
  | 'INVALID_INDEX'
  /** pg_stat_statements is not there or not loaded. */
  | 'NO_STATEMENT_STATISTICS'

/** What the message says to do is what the caller can do; `code` is stable. */
export class AdviseError extends Error {
  override readonly name = 'AdviseError'
  readonly code: AdviseErrorCode

  constructor(code: AdviseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
