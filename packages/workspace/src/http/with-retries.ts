import type { Clock } from '../clock.js'
import { WorkspaceError } from '../workspace-error.js'
import type { Limits } from './limits.js'

export interface RetryOptions {
  readonly clock: Clock
  readonly limits: Limits
  /** When the whole call ends, in the clock's milliseconds. */
  readonly endsAtMs: number
  readonly signal: AbortSignal
  /** Whether doing it twice is the same as doing it once. */
  readonly idempotent: boolean
}

/** Tries until it works, until trying again is no use, or until no time is left for the next pause. */
export async function withRetries<Value>(
  attempt: () => Promise<Value>,
  { clock, limits, endsAtMs, signal, idempotent }: RetryOptions,
): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof WorkspaceError) || !isWorthRetrying(error, idempotent)) throw error
      const pauseMs = pauseAfter(error, tries, limits, clock.random())
      const told = error.with({ attempts: tries })
      if (tries >= limits.attempts || signal.aborted || clock.now() + pauseMs >= endsAtMs)
        throw told
      await clock.sleep(pauseMs, signal)
      signal.throwIfAborted()
    }
  }
}

function isWorthRetrying(error: WorkspaceError, idempotent: boolean): boolean {
  // It has been through here, on behalf of the token that this request needs.
  if (error.attempts !== undefined) return false
  if (error.code === 'NETWORK' || error.code === 'TIMEOUT') {
    return error.sent === 'no' || idempotent
  }
  if (error.code === 'RATE_LIMIT') return true
  return idempotent && [500, 502, 503, 504].includes(error.status ?? 0)
}

/** Full jitter: a random time up to a bound that doubles. What the server asks for is kept, and a little added. */
function pauseAfter(error: WorkspaceError, tries: number, limits: Limits, random: number): number {
  const bound = Math.min(limits.longestPauseMs, limits.firstPauseMs * 2 ** (tries - 1))
  return (error.retryAfterMs ?? 0) + random * bound
}
