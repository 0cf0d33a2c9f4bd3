import type { Clock } from '@lakebase/workspace'
import { LakebaseError } from '../lakebase-error.js'
import { HARD_LIMIT_MS, type PoolPolicy, type SessionOptions } from '../options.js'
import type { ResolvedTarget } from '../target/resolve-target.js'
import type { MintedToken, RotatingToken } from '../token/rotating-token.js'
import { addressSource } from './address-source.js'
import { isRefusedLogin } from './connect-failure.js'
import type { Connect, Connection } from './connection.js'
import { type DriverTypes, openConnection } from './open-connection.js'

/** So many different tokens refused one after the other are not a matter of time. */
const REFUSED_TOKENS = 3

export interface LoginSourceOptions {
  readonly target: ResolvedTarget
  readonly tokens: RotatingToken
  readonly policy: PoolPolicy
  readonly session: SessionOptions | undefined
  readonly clock: Clock
  readonly types: DriverTypes | undefined
}

/** The token first, then the socket: gets one that is good now, and gives what opens a connection with it. */
export function loginSource(options: LoginSourceOptions): () => Promise<Connect> {
  const { target, tokens, policy, session, clock, types } = options
  const settings = settingsOf(session)
  const address = addressSource(target.address, clock)
  let lastRefused: MintedToken | undefined
  let refused = 0

  return async () => {
    const at = await address()
    const minted = await tokens.get()
    return (onLost) => connect(at, minted, onLost)
  }

  async function connect(
    { host, user }: Awaited<ReturnType<ResolvedTarget['address']>>,
    minted: MintedToken,
    onLost: (connection: Connection) => void,
  ): Promise<Connection> {
    const startMs = clock.now()
    // Its life begins when it is open; the limit counts from before the login.
    const lifetime = () => {
      const bornAtMs = clock.now()
      const lifeMs = policy.maxLifetimeMs * (1 - policy.lifetimeJitter * clock.random())
      return { bornAtMs, endAtMs: Math.min(bornAtMs + lifeMs, startMs + HARD_LIMIT_MS) }
    }
    const { port, database, tls } = target
    const password = minted.token.reveal()
    const connectTimeoutMs = policy.connectTimeoutMs
    const login = { host, port, user, database, password, tls, settings, connectTimeoutMs, types }
    try {
      const connection = await openConnection(login, lifetime, onLost)
      refused = 0
      return connection
    } catch (error) {
      if (!isRefusedLogin(error)) throw error
      tokens.invalidate(minted)
      if (lastRefused !== minted) refused++
      lastRefused = minted
      if (refused >= REFUSED_TOKENS) throw authError(host, user, error)
      throw Object.assign(new Error('the token was refused'), {
        code: 'TOKEN_REFUSED',
        cause: error,
      })
    }
  }
}

function settingsOf(session: SessionOptions | undefined): Record<string, string> {
  return {
    application_name: session?.applicationName ?? '@lakebase/pg-client',
    ...(session?.searchPath && {
      search_path: session.searchPath.map((name) => `"${name.replaceAll('"', '""')}"`).join(', '),
    }),
    ...(session?.statementTimeoutMs !== undefined && {
      statement_timeout: String(session.statementTimeoutMs),
    }),
    ...(session?.lockTimeoutMs !== undefined && { lock_timeout: String(session.lockTimeoutMs) }),
    ...(session?.idleInTransactionTimeoutMs !== undefined && {
      idle_in_transaction_session_timeout: String(session.idleInTransactionTimeoutMs),
    }),
    ...(session?.timeZone !== undefined && { timezone: session.timeZone }),
  }
}

function authError(host: string, user: string, cause: unknown): LakebaseError {
  const message = `${host} refused user "${user}" with ${REFUSED_TOKENS} fresh tokens. Does the role exist in this database, is the token of this workspace, and is the clock right?`
  return new LakebaseError('AUTH', message, { sent: 'no' }, cause)
}
