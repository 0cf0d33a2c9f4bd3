import type { Row, RowList, Sql } from 'postgres'
import type { PgPool, PgPoolOptions } from '../adapters/pg-pool.js'
import type { PoolStats } from '../pool/pool-stats.js'
import type { CallLimits } from '../run/run-context.js'
import type { Transaction } from '../run/transaction.js'
import type { CursorTag } from '../sql/cursor.js'
import type { Tag } from '../sql/query.js'
import type { Values } from '../sql/row-statements.js'
import type { MintToken } from '../token/rotating-token.js'
import type { Health } from './health.js'

export interface LakebaseStats extends PoolStats {
  /** Calls that have begun and not ended. */
  readonly active: number
  readonly mints: number
}

/** A person or service on whose behalf queries run. */
export type AsUser =
  /** The user's token for the workspace, as Databricks Apps hand it on in `x-forwarded-access-token`. */
  | string
  | { reveal(): string }
  /** Or who it is, and how to get database tokens. */
  | { readonly user: string; readonly getToken: MintToken }

export interface TransactionOptions {
  /** `safe`: the callback may run more than once, and does nothing outside of the database. Default `never`. */
  readonly retry?: 'never' | 'safe'
}

/** What sends something to the server. */
export interface Statements {
  /** All rows, autocommit, sent once. Lost with its connection it fails, and says that it may have run. */
  readonly sql: Tag
  /** In a read-only session, and so run again after any loss. */
  readonly read: Tag
  /** One statement in BEGIN and COMMIT, exactly once: run again after a loss, a lost COMMIT looked up. */
  readonly write: Tag
  /** `insert … returning *`, exactly once. */
  readonly insert: (table: string, rows: Values | readonly Values[]) => Promise<RowList<Row[]>>
  readonly update: (table: string, set: Values, where: Values) => Promise<RowList<Row[]>>
  readonly upsert: (
    table: string,
    rows: Values | readonly Values[],
    options: { readonly conflict: readonly string[] },
  ) => Promise<RowList<Row[]>>
  readonly delete: (table: string, where: Values) => Promise<RowList<Row[]>>
  /** With `retry: 'safe'` the callback may run more than once; only one run of it takes effect. */
  readonly tx: <T>(
    work: (transaction: Transaction) => PromiseLike<T>,
    options?: TransactionOptions,
  ) => Promise<T>
  /**
   * Many rows, some at a time, in a read-only transaction that lasts until the loop ends. Opened again after a
   * loss until the first rows are there.
   */
  readonly cursor: CursorTag
}

/** A Postgres whose tokens and connections are renewed behind its back. */
export interface Lakebase extends Statements {
  /**
   * The same calls with other limits: `db.with({ signal }).read`…``. An aborted call fails with ABORTED, what
   * it runs is stopped on the server, and `sent` says whether it may have taken effect.
   */
  readonly with: (limits: CallLimits) => Statements
  /** The same database as somebody else: own token, own connections (at most 3), ended with this client. */
  readonly asUser: (user: AsUser) => Lakebase
  /** For drizzle (`drizzle-orm/postgres-js`) and kysely (`kysely-postgres-js`): connections of its own. */
  readonly postgresJs: (options?: TransactionOptions) => Sql
  /** For what wants a `pg.Pool`: connections of its own. */
  readonly pgPool: (options?: PgPoolOptions) => PgPool
  readonly stats: () => LakebaseStats
  /** Asks the server one question. */
  readonly health: (limits?: CallLimits) => Promise<Health>
  /** Takes no new calls, lets those begun end for `drain` milliseconds (default 10 seconds), then ends them. */
  readonly close: (options?: { readonly drain?: number }) => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
