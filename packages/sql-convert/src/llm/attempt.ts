import type { CheckReason } from '../verify/verification.js'

/** One question to the model, and what came of it. */
export interface ModelAttempt {
  readonly outcome: AttemptOutcome
  /** Why, in one sentence. */
  readonly message: string
  /** The statement that was answered, where there was one. */
  readonly sql?: string
  /** What the grammar, the census or Postgres said. */
  readonly reasons?: readonly CheckReason[]
  /** Of `rate limit`: how long the endpoint asked to wait, in milliseconds. */
  readonly retryAfterMs?: number
}

/**
 * - `accepted`: the grammar, the census and EXPLAIN agree;
 * - `grammar`, `census`, `explain`: one of them does not, or could not be asked;
 * - `truncated`, `empty`, `no sql`, `several statements`, `declined`: an answer without one statement;
 * - `rate limit`, `no answer`: the endpoint did not answer;
 * - `not asked`: the statement was not sent.
 */
export type AttemptOutcome =
  | 'accepted'
  | 'census'
  | 'declined'
  | 'empty'
  | 'explain'
  | 'grammar'
  | 'no answer'
  | 'no sql'
  | 'not asked'
  | 'rate limit'
  | 'several statements'
  | 'truncated'
