import type { MintedToken, MintToken } from '@lakebase/pg-client'

/** A token is not used for a new connection in its last minutes. */
const EARLY_MS = 5 * 60_000
const MINT_TIMEOUT_MS = 30_000

/** One token for all connections that open while it is young, and one request for it at a time. */
export function cachedPassword(mint: MintToken, now = Date.now): () => Promise<string> {
  let token: MintedToken | undefined
  let minting: Promise<MintedToken> | undefined
  return async () => {
    if (token === undefined || token.expiresAt.getTime() - now() <= EARLY_MS) {
      minting ??= mint({ signal: AbortSignal.timeout(MINT_TIMEOUT_MS) }).finally(() => {
        minting = undefined
      })
      token = await minting
    }
    return token.token.reveal()
  }
}
