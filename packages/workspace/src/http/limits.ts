/** How long a request may take, how often it is tried, how large its answer may be. */
export interface Limits {
  /** To connect, TLS included. Default 10 s. */
  readonly connectTimeoutMs: number
  /** From the request to the first byte of the answer. Default 30 s. */
  readonly headersTimeoutMs: number
  /** Between two pieces of the answer. Default 30 s. */
  readonly bodyTimeoutMs: number
  /** For the whole call: token, tries and the pauses between. Default 120 s. */
  readonly totalTimeoutMs: number
  /** For one token: discovery, request, command line. Default 30 s. */
  readonly tokenTimeoutMs: number
  /** Tries of one call, the first included. Default 6. */
  readonly attempts: number
  /** Upper bound of the first pause; each further one doubles it. Default 250 ms. */
  readonly firstPauseMs: number
  /** Upper bound of every pause that the server did not ask for. Default 10 s. */
  readonly longestPauseMs: number
  /** Default 32 MiB; the Statement Execution API sends up to 25 MiB at a time (docs, 2026-11). */
  readonly answerBytes: number
}

export const DEFAULT_LIMITS: Limits = {
  connectTimeoutMs: 10_000,
  headersTimeoutMs: 30_000,
  bodyTimeoutMs: 30_000,
  totalTimeoutMs: 120_000,
  tokenTimeoutMs: 30_000,
  attempts: 6,
  firstPauseMs: 250,
  longestPauseMs: 10_000,
  answerBytes: 32 * 2 ** 20,
}
