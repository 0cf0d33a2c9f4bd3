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
  /** Tokens asked for since the client was opened. */
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

/**
 * What sends something to the server. Every call rejects with a LakebaseError: QUERY when the server refused the
 * statement, TIMEOUT and ABORTED by its limits, ACQUIRE_TIMEOUT when no connection came before the deadline, AUTH,
 * CREDENTIAL and CONNECT when none will, CONFIG for what cannot be sent, CLOSED after `close`.
 */
export interface Statements {
  /**
   * All rows, autocommit, sent once.
   *
   * @throws LakebaseError CONNECTION_LOST with `sent: 'maybe'` when its connection was lost before the answer.
   * @example
   * const users = await db.sql<User[]>`select * from users where id = any(${ids})`
   */
  readonly sql: Tag
  /**
   * All rows, in a read-only session, and so run again after any loss, until the deadline.
   *
   * @example
   * const mine = db.read`where owner = ${owner}`
   * const [{ count }] = await db.read<{ count: number }[]>`select count(*)::int from orders ${mine}`
   */
  readonly read: Tag
  /**
   * One statement in BEGIN and COMMIT, exactly once: run again after a loss, a lost COMMIT looked up.
   *
   * @throws LakebaseError COMMIT_UNKNOWN with `xid` when the server cannot tell any more.
   * @example
   * await db.write`update orders set total = total + ${more} where id = ${id} returning *`
   */
  readonly write: Tag
  /**
   * `insert … returning *`, exactly once, as `write` is. Names may hold a schema: `shop.orders`.
   *
   * @example
   * const [order] = await db.insert('orders', { id, total })
   */
  readonly insert: (table: string, rows: Values | readonly Values[]) => Promise<RowList<Row[]>>
  /** `update … returning *`, exactly once: the rows whose columns are as in `where`, null included. */
  readonly update: (table: string, set: Values, where: Values) => Promise<RowList<Row[]>>
  /** `insert … on conflict (…) do update … returning *`, exactly once. */
  readonly upsert: (
    table: string,
    rows: Values | readonly Values[],
    options: { readonly conflict: readonly string[] },
  ) => Promise<RowList<Row[]>>
  /** `delete … returning *`, exactly once: the rows whose columns are as in `where`, null included. */
  readonly delete: (table: string, where: Values) => Promise<RowList<Row[]>>
  /**
   * A transaction. With `retry: 'safe'` the callback may run more than once; only one run of it takes effect. It
   * commits when the callback returns, and rolls back when it throws, which passes through.
   *
   * @throws LakebaseError CONNECTION_LOST with `sent: 'no'`; COMMIT_UNKNOWN with `xid`.
   * @example
   * await db.tx(async (t) => {
   *   await t.sql`update accounts set balance = balance - 1 where id = ${from}`
   *   return t.insert('transfers', { from, to })
   * }, { retry: 'safe' })
   */
  readonly tx: <T>(
    work: (transaction: Transaction) => PromiseLike<T>,
    options?: TransactionOptions,
  ) => Promise<T>
  /**
   * Many rows, some at a time, in a read-only transaction that lasts until the loop ends. Opened again after a
   * loss until the first rows are there.
   *
   * @throws LakebaseError CONNECTION_LOST with `sent: 'no'` after the first rows.
   * @example
   * for await (const orders of db.cursor<Order>`select * from orders`.rows(1000)) await send(orders)
   */
  readonly cursor: CursorTag
}

/** A Postgres whose tokens and connections are renewed behind its back. */
export interface Lakebase extends Statements {
  /**
   * The same calls with other limits: `db.with({ signal }).read`…``. An aborted call fails with ABORTED, what
   * it runs is stopped on the server, and `sent` says whether it may have taken effect.
   *
   * @example
   * await db.with({ signal: request.signal, deadlineMs: 2000 }).read`select 1`
   */
  readonly with: (limits: CallLimits) => Statements
  /**
   * The same database as somebody else: own token, own connections (at most 3), ended with this client. The same
   * user gets the same client until it has been idle for ten minutes.
   *
   * @example
   * const rows = await db.asUser(request.headers['x-forwarded-access-token']).read`select current_user`
   */
  readonly asUser: (user: AsUser) => Lakebase
  /**
   * For drizzle (`drizzle-orm/postgres-js`) and kysely (`kysely-postgres-js`): connections of its own.
   *
   * @example
   * const orm = drizzle({ client: db.postgresJs({ retry: 'safe' }) })
   */
  readonly postgresJs: (options?: TransactionOptions) => Sql
  /**
   * For what wants a `pg.Pool`: connections of its own.
   *
   * @example
   * const orm = new Kysely({ dialect: new PostgresDialect({ pool: db.pgPool() }) })
   */
  readonly pgPool: (options?: PgPoolOptions) => PgPool
  readonly stats: () => LakebaseStats
  /** Asks the server one question. Does not reject: why not is in `error`. */
  readonly health: (limits?: CallLimits) => Promise<Health>
  /** Takes no new calls, lets those begun end for `drain` milliseconds (default 10 seconds), then ends them. */
  readonly close: (options?: { readonly drain?: number }) => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}
