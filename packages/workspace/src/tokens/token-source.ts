import type { Clock } from '../clock.js'
import { startDeadline, unlessAborted } from '../http/deadline.js'
import type { Secret } from '../secrets/secret.js'
import { WorkspaceError } from '../workspace-error.js'

export interface Token {
  readonly secret: Secret
  /** Milliseconds since 1970. Undefined: good for the moment that it was asked for. */
  readonly expiresAtMs: number | undefined
}

/** Hands out the token that a request carries. */
export interface TokenSource {
  current(signal: AbortSignal): Promise<Secret>
  /** The server refused this one. True when asking again can give another. */
  refuse(token: Secret): boolean
}

/** A token that never changes. */
export function fixedToken(secret: Secret): TokenSource {
  return { current: async () => secret, refuse: () => false }
}

/** A new token is fetched in the background from here on, while the old one still serves. */
const REFRESH_EARLY_MS = 5 * 60_000
/** Nearer to its end than this a token could run out on the way. */
const TOO_LATE_MS = 30_000

export interface MintedTokenOptions {
  readonly clock: Clock
  readonly timeoutMs: number
  /** Of the refresh that ran in the background and failed, before it is tried again. */
  readonly pauseAfterFailureMs: number
}

/**
 * Keeps a token until it is near its end. Callers at the same moment share one mint, and one of them
 * giving up does not end it for the others.
 */
export function mintedToken(
  mint: (signal: AbortSignal) => Promise<Token>,
  { clock, timeoutMs, pauseAfterFailureMs }: MintedTokenOptions,
): TokenSource {
  let token: Token | undefined
  let minting: Promise<Token> | undefined
  let restUntilMs = 0

  function startMint(): Promise<Token> {
    minting ??= mintOnce().finally(() => {
      minting = undefined
    })
    return minting
  }
  async function mintOnce(): Promise<Token> {
    const deadline = startDeadline('getting a token', timeoutMs)
    try {
      const fresh = await unlessAborted(mint(deadline.signal), deadline.signal)
      token = fresh.expiresAtMs === undefined ? undefined : fresh
      return fresh
    } catch (error) {
      // Tried as often as is sensible: the request that wanted it is not the one to try again.
      throw error instanceof WorkspaceError ? error.with({ attempts: error.attempts ?? 1 }) : error
    } finally {
      deadline.end()
    }
  }
  function refreshInBackground(): void {
    if (minting || clock.now() < restUntilMs) return
    // The old token is still good: whoever needs the new one for real hears why there is none.
    startMint().catch(() => {
      restUntilMs = clock.now() + pauseAfterFailureMs
    })
  }
  return {
    async current(signal) {
      const leftMs = (token?.expiresAtMs ?? 0) - clock.now()
      if (token === undefined || leftMs <= TOO_LATE_MS) {
        return (await unlessAborted(startMint(), signal)).secret
      }
      const { secret } = token
      if (leftMs <= REFRESH_EARLY_MS) refreshInBackground()
      return secret
    },
    refuse(refused) {
      // Another caller may have replaced it by now; then that one is what to try.
      if (token?.secret === refused) token = undefined
      return true
    },
  }
}
