import type { Clock } from '../clock.js'
import type { Emit } from '../event.js'
import { LakebaseError } from '../lakebase-error.js'

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
  /** Between the starts of two requests, of which the first failed or gave a refused token. Default 1 second. */
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
    const pauseMs = notBeforeMs - clock.now()
    if (pauseMs > 0) await clock.sleep(pauseMs)
    mints++
    startedAtMs = clock.now()
    try {
      const minted = await withTimeout(mint, policy.timeoutMs)
      const lifeMs = minted.expiresAt.getTime() - startedAtMs
      const end = Math.min(
        startedAtMs + policy.maxAgeMs,
        startedAtMs + lifeMs - policy.minValidityMs,
      )
      if (!(end > clock.now()))
        throw new Error(`the token ends at ${minted.expiresAt.toISOString()}`)
      const share = policy.softRatio - policy.jitter * clock.random()
      held = {
        minted,
        softAtMs: startedAtMs + Math.min(lifeMs * share, end - startedAtMs),
        endAtMs: end,
      }
      emit({ type: 'token.refresh', ms: clock.now() - startedAtMs, expiresAt: minted.expiresAt })
      return minted
    } catch (error) {
      notBeforeMs = startedAtMs + policy.pauseMs
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

async function withTimeout(mint: MintToken, timeoutMs: number): Promise<MintedToken> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`no answer within ${timeoutMs} ms`)
      controller.abort(error)
      reject(error)
    }, timeoutMs)
  })
  try {
    return await Promise.race([mint({ signal: controller.signal }), late])
  } finally {
    clearTimeout(timer)
  }
}
