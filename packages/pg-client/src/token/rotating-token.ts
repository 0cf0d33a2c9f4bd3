import type { Clock } from '@lakebase/workspace'
import type { Emit } from '../event.js'
import { LakebaseError } from '../lakebase-error.js'
import { sleepUntil } from '../sleep-until.js'
import { firstToken } from './first-token.js'

/** A password for Postgres, as whoever mints it gives it. */
export interface MintedToken {
  readonly token: { reveal(): string }
  readonly expiresAt: Date
}

export type MintToken = (options: { readonly signal: AbortSignal }) => Promise<MintedToken>

export interface TokenPolicy {
  /** No token older than this opens a connection. Default 59 minutes. */
  readonly maxAgeMs: number
  /** From this share of its life on a token is replaced in the background. Default 0.95. */
  readonly softRatio: number
  /** The share is less by up to this, by chance, so that a fleet does not ask at once. Default 0.05. */
  readonly jitter: number
  /** Nearer to its end than this a token is not used. Default 30 seconds. */
  readonly minValidityMs: number
  /** One request for a token. Default 10 seconds. */
  readonly timeoutMs: number
  /**
   * Between the starts of two requests. The first failed, gave a refused token, or is silent while somebody
   * waits. Default 1 second.
   */
  readonly pauseMs: number
}

export const DEFAULT_TOKEN_POLICY: TokenPolicy = {
  maxAgeMs: 59 * 60_000,
  softRatio: 0.95,
  jitter: 0.05,
  minValidityMs: 30_000,
  timeoutMs: 10_000,
  pauseMs: 1000,
}

export interface RotatingToken {
  /** A token good for a login now. Callers at the same moment share one mint. */
  readonly get: () => Promise<MintedToken>
  /** The server refused this one. */
  readonly invalidate: (token: MintedToken) => void
  readonly mints: () => number
}

/** A `Retry-After` is heeded, but no longer than this: whoever waits would rather hear of it. */
const LONGEST_RETRY_AFTER_MS = 60_000

interface Held {
  readonly minted: MintedToken
  readonly softAtMs: number
  readonly endAtMs: number
}

export function rotatingToken(
  mint: MintToken,
  { clock, emit, ...policy }: TokenPolicy & { readonly clock: Clock; readonly emit: Emit },
): RotatingToken {
  let held: Held | undefined
  let minting: Promise<MintedToken> | undefined
  let mints = 0
  let notBeforeMs = 0
  let startedAtMs = 0

  const isGood = (token: Held | undefined): token is Held =>
    token !== undefined && clock.now() < token.endAtMs

  function refresh(): Promise<MintedToken> {
    minting ??= mintOnce().finally(() => {
      minting = undefined
    })
    return minting
  }

  async function mintOnce(): Promise<MintedToken> {
    await sleepUntil(clock, notBeforeMs)
    try {
      const { minted, askedAtMs } = await firstToken({
        mint,
        clock,
        timeoutMs: policy.timeoutMs,
        hedgeMs: policy.pauseMs,
        isUrgent: () => !isGood(held),
        onStart: () => {
          mints++
          startedAtMs = clock.now()
        },
      })
      const lifeMs = minted.expiresAt.getTime() - askedAtMs
      const end = Math.min(askedAtMs + policy.maxAgeMs, askedAtMs + lifeMs - policy.minValidityMs)
      if (!(end > clock.now()))
        throw new Error(`the token ends at ${minted.expiresAt.toISOString()}`)
      const share = policy.softRatio - policy.jitter * clock.random()
      held = {
        minted,
        softAtMs: askedAtMs + Math.min(lifeMs * share, end - askedAtMs),
        endAtMs: end,
      }
      emit({ type: 'token.refresh', ms: clock.now() - askedAtMs, expiresAt: minted.expiresAt })
      return minted
    } catch (error) {
      const askedToWaitMs = Math.min(retryAfterMs(error), LONGEST_RETRY_AFTER_MS)
      notBeforeMs = Math.max(startedAtMs + policy.pauseMs, clock.now() + askedToWaitMs)
      const message = error instanceof Error ? error.message : 'unknown'
      emit({ type: 'token.error', servingStale: isGood(held), message })
      throw new LakebaseError('CREDENTIAL', `no database token: ${message}`, { sent: 'no' }, error)
    }
  }

  return {
    async get() {
      if (!isGood(held)) return refresh()
      // The old token serves on; whoever needs the new one for real hears why there is none.
      if (clock.now() >= held.softAtMs && clock.now() >= notBeforeMs)
        refresh().catch(() => undefined)
      return held.minted
    },
    invalidate(token) {
      if (held?.minted !== token) return
      held = undefined
      notBeforeMs = Math.max(notBeforeMs, startedAtMs + policy.pauseMs)
    },
    mints: () => mints,
  }
}

/** What the endpoint asked for, as a WorkspaceError has it. */
function retryAfterMs(error: unknown): number {
  if (!(error instanceof Error) || !('retryAfterMs' in error)) return 0
  return typeof error.retryAfterMs === 'number' ? error.retryAfterMs : 0
}
