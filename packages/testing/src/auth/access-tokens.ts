import { randomUUID } from 'node:crypto'
import { ApiError } from '../server/reply.js'

/** Whoever a token stands for. */
export interface Principal {
  /** An e-mail address, or a service principal's client id. */
  readonly userName: string
}

/** A workspace token that the fake has minted. */
export interface AccessToken {
  readonly token: string
  /** Milliseconds since 1970, on the workspace's clock. */
  readonly expiresAtMs: number
}

export interface AccessTokens {
  readonly mint: (principal: Principal, lifetimeSeconds: number) => AccessToken
  /** Makes a token worthless at once. */
  readonly revoke: (token: string) => void
  /** Who sends this Authorization header; throws the workspace's 401 when nobody does. */
  readonly authenticate: (authorization: string | undefined) => Principal
}

/** Which bearer tokens the workspace knows: fixed personal ones, and those minted with an end. */
export function createAccessTokens(
  personal: readonly string[],
  user: Principal,
  now: () => number,
): AccessTokens {
  const known = new Map<string, { readonly principal: Principal; readonly expiresAtMs: number }>()
  for (const token of personal) {
    known.set(token, { principal: user, expiresAtMs: Number.POSITIVE_INFINITY })
  }
  return {
    mint: (principal, lifetimeSeconds) => {
      const token = `fake-access-token-${randomUUID()}`
      const expiresAtMs = now() + lifetimeSeconds * 1000
      known.set(token, { principal, expiresAtMs })
      return { token, expiresAtMs }
    },
    revoke: (token) => void known.delete(token),
    authenticate: (authorization) => {
      const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1]
      if (token === undefined) {
        throw unauthenticated('Credential was not sent or was of an unsupported type for this API.')
      }
      const entry = known.get(token)
      if (entry === undefined) throw unauthenticated('Invalid access token.')
      if (entry.expiresAtMs <= now()) throw unauthenticated('Access token has expired.')
      return entry.principal
    },
  }
}

function unauthenticated(message: string): ApiError {
  return new ApiError(401, 'UNAUTHENTICATED', message, {
    'www-authenticate': 'Bearer realm="DatabricksRealm"',
  })
}
