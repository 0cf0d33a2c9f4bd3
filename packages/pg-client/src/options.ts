import type { Clock, DatabaseTarget, WorkspaceOptions } from '@lakebase/workspace'
import type { TlsOptions } from './connection/open-socket.js'
import type { Emit } from './event.js'
import type { MintToken, TokenPolicy } from './token/rotating-token.js'

/** Where the database is and who comes in. What is left out is taken from `env`, then asked of the workspace. */
export interface LakebaseOptions {
  /** The Autoscaling endpoint or Provisioned instance. Else LAKEBASE_ENDPOINT or LAKEBASE_INSTANCE. */
  readonly target?: DatabaseTarget
  /** Else PGHOST, else what the workspace says of the target. */
  readonly host?: string
  /** Else PGPORT, else 5432. */
  readonly port?: number
  /** Else PGDATABASE, else `databricks_postgres`. */
  readonly database?: string
  /** Else PGUSER, else who the workspace says we are. */
  readonly user?: string
  /**
   * How to sign in to the workspace that mints the tokens. Of its `limits` two are others here: `attempts` 1, for
   * requests are tried again by this client, a token's at most once a second, and `headersTimeoutMs` 10 seconds.
   */
  readonly workspace?: WorkspaceOptions
  /** A token of your own making, in place of the workspace's. */
  readonly getToken?: MintToken
  /** A Postgres password, for a role that has one. Else PGPASSWORD. */
  readonly password?: string | { reveal(): string }
  readonly token?: Partial<TokenPolicy>
  readonly pool?: Partial<PoolPolicy>
  readonly session?: SessionOptions
  /** Default `verify-full`. */
  readonly tls?: Partial<TlsOptions>
  /** A call gives up after this, retries and the wait for a connection included. Default 30 seconds. */
  readonly deadlineMs?: number
  /** One statement. When it takes longer its connection is ended. Default: no limit. */
  readonly queryTimeoutMs?: number
  readonly onEvent?: Emit
  /** False: a client of its own, which no other call gets. Default true. */
  readonly singleton?: boolean
  /** Default: the process's. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** For tests. */
  readonly clock?: Clock
}

export interface PoolPolicy {
  /** Default 10. */
  readonly max: number
  /** Default 55 minutes, never more than 59. */
  readonly maxLifetimeMs: number
  /** A connection's life is shorter by up to this share, by chance. Default 0.2. */
  readonly lifetimeJitter: number
  /** Default 60 seconds. */
  readonly idleTimeoutMs: number
  /** One try to connect, login included. Default 10 seconds. */
  readonly connectTimeoutMs: number
  /** Default 4. */
  readonly connectConcurrency: number
}

export interface SessionOptions {
  readonly applicationName?: string
  readonly searchPath?: readonly string[]
  /** `statement_timeout`: the server ends a statement that takes longer (57014). */
  readonly statementTimeoutMs?: number
  /** `lock_timeout`: the server ends a statement that waits longer for a lock (55P03). */
  readonly lockTimeoutMs?: number
  /** `idle_in_transaction_session_timeout`: the server ends a connection whose transaction does nothing. */
  readonly idleInTransactionTimeoutMs?: number
  readonly timeZone?: string
}

/** The age at which a token or a connection is not used any more, whatever the options say. */
export const HARD_LIMIT_MS = 59 * 60_000

export const DEFAULT_POOL: PoolPolicy = {
  max: 10,
  maxLifetimeMs: 55 * 60_000,
  lifetimeJitter: 0.2,
  idleTimeoutMs: 60_000,
  connectTimeoutMs: 10_000,
  connectConcurrency: 4,
}
