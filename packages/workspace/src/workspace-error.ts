/** Stable; what a caller may branch on. README.md says what each means. */
export type WorkspaceErrorCode =
  | 'ABORTED'
  | 'AUTH'
  | 'BAD_ANSWER'
  | 'BAD_REQUEST'
  | 'CONFIG'
  | 'NETWORK'
  | 'NOT_FOUND'
  | 'PERMISSION'
  | 'RATE_LIMIT'
  | 'REDIRECT'
  | 'SQL'
  | 'TIMEOUT'
  | 'TLS'
  | 'UNAVAILABLE'

/** What is known about a failure beside its code and message. No field holds a secret. */
export interface WorkspaceErrorFacts {
  /** HTTP status of the answer. */
  readonly status?: number
  readonly method?: string
  /** Without the query. */
  readonly path?: string
  /** Databricks' own code: `PERMISSION_DENIED`, `RESOURCE_DOES_NOT_EXIST`, ... */
  readonly errorCode?: string
  readonly sqlState?: string
  /** Of the answer's `x-request-id`; Databricks support asks for it. */
  readonly requestId?: string
  /** What to grant, set or run. */
  readonly hint?: string
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number
  /** How often the request was tried. */
  readonly attempts?: number
  /** Whether the request can have reached the server before the connection failed. */
  readonly sent?: 'no' | 'maybe'
}

/**
 * A call that failed. The message begins with the request where there was one:
 * `[POST] "/api/2.0/sql/statements": 403 PERMISSION_DENIED ...`. Secrets are taken out of every field.
 */
export class WorkspaceError extends Error {
  override readonly name = 'WorkspaceError'
  readonly code: WorkspaceErrorCode
  declare readonly status?: number
  declare readonly method?: string
  declare readonly path?: string
  declare readonly errorCode?: string
  declare readonly sqlState?: string
  declare readonly requestId?: string
  declare readonly hint?: string
  declare readonly retryAfterMs?: number
  declare readonly attempts?: number
  declare readonly sent?: 'no' | 'maybe'
  readonly #facts: WorkspaceErrorFacts

  constructor(
    code: WorkspaceErrorCode,
    message: string,
    facts: WorkspaceErrorFacts = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.code = code
    this.#facts = facts
    Object.assign(this, facts)
  }

  /**
   * The same failure, told with more: a hint, the number of tries.
   * @internal
   */
  with(facts: WorkspaceErrorFacts): WorkspaceError {
    return this.#copy(this.message, { ...this.#facts, ...facts }, this.cause)
  }

  /**
   * The same failure with `scrub` run over every text that it shows, its stack and cause too.
   * @internal
   */
  scrubbed(scrub: (text: string) => string): WorkspaceError {
    const facts = Object.entries(this.#facts).map(([key, value]) => [
      key,
      typeof value === 'string' ? scrub(value) : value,
    ])
    const { cause } = this
    const copy = this.#copy(
      scrub(this.message),
      Object.fromEntries(facts),
      cause instanceof Error ? new Error(scrub(`${cause.name}: ${cause.message}`)) : undefined,
    )
    if (copy.cause instanceof Error && cause instanceof Error)
      copy.cause.stack = scrub(cause.stack ?? '')
    copy.stack = scrub(this.stack ?? '')
    return copy
  }

  toJSON(): object {
    return { name: this.name, code: this.code, message: this.message, ...this.#facts }
  }

  #copy(message: string, facts: WorkspaceErrorFacts, cause: unknown): WorkspaceError {
    const copy = new WorkspaceError(this.code, message, facts, cause === undefined ? {} : { cause })
    copy.stack = this.stack ?? ''
    return copy
  }
}
