import type { Row, RowList } from 'postgres'
import { systemClock } from './clock.js'
import { connectVerdict } from './connection/connect-failure.js'
import { loginSource } from './connection/login-source.js'
import type { Emit } from './event.js'
import { LakebaseError } from './lakebase-error.js'
import { DEFAULT_POOL, HARD_LIMIT_MS, type LakebaseOptions } from './options.js'
import { Pool, type PoolStats } from './pool/pool.js'
import { createTimeout, type RunContext } from './run/run-context.js'
import { runOnce, runRead } from './run/run-statement.js'
import { runTransaction } from './run/run-transaction.js'
import { lastOf } from './run/statement-error.js'
import { openTransaction, type Transaction, toList } from './run/transaction.js'
import { createTag, type Rows, type RunStatement, type Statement, type Tag } from './sql/query.js'
import {
  deleteStatement,
  insertStatement,
  updateStatement,
  upsertStatement,
  type Values,
} from './sql/row-statements.js'
import { type ResolvedTarget, resolveTarget } from './target/resolve-target.js'
import { DEFAULT_TOKEN_POLICY, rotatingToken } from './token/rotating-token.js'

export interface Health {
  readonly ok: boolean
  /** Of one question to the server, the wait for a connection included. */
  readonly ms: number
  readonly error?: LakebaseError
}

export interface LakebaseStats extends PoolStats {
  /** Calls that have begun and not ended. */
  readonly active: number
  readonly mints: number
}

/** A Postgres whose tokens and connections are renewed behind its back. */
export interface Lakebase {
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
    work: (transaction: Transaction) => Promise<T>,
    options?: { readonly retry?: 'never' | 'safe' },
  ) => Promise<T>
  readonly stats: () => LakebaseStats
  readonly health: () => Promise<Health>
  /** Takes no new calls, lets those begun end for `drain` milliseconds (default 10 seconds), then ends them. */
  readonly close: (options?: { readonly drain?: number }) => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

const REGISTRY = Symbol.for('@lakebase/pg-client')

/**
 * The client of a database; the same one for the same database and user. Connects when it is first used.
 *
 * @throws LakebaseError CONFIG
 * @example
 * const db = lakebase()
 * const users = await db.read`select * from users where id = ${id}`
 */
export function lakebase(options: LakebaseOptions = {}): Lakebase {
  const target = resolveTarget(options)
  if (options.singleton === false) return openClient(options, target, () => undefined)
  const clients = registry()
  const known = clients.get(target.key)
  if (known) return known
  const client = openClient(options, target, () => void clients.delete(target.key))
  clients.set(target.key, client)
  return client
}

/** On the global object: two copies of this package, or a reload, share it. */
function registry(): Map<string, Lakebase> {
  const clients: Map<string, Lakebase> = Reflect.get(globalThis, REGISTRY) ?? new Map()
  Reflect.set(globalThis, REGISTRY, clients)
  return clients
}

function openClient(
  options: LakebaseOptions,
  target: ResolvedTarget,
  onClose: () => void,
): Lakebase {
  const { context, mints } = openContext(options, target)
  const calls = createCalls()
  const { guard } = calls
  const once: RunStatement = (statement) => guard(() => runOnce(context, statement))
  const read: RunStatement = (statement) => guard(() => runRead(context, statement))
  const write: RunStatement = (statement) => guard(() => runWrite(context, statement))
  async function close(drainMs: number): Promise<void> {
    onClose()
    await calls.end(drainMs)
    context.pool.close()
  }
  return {
    sql: createTag(once),
    read: createTag(read),
    write: createTag(write),
    insert: async (table, rows) => write(insertStatement(table, toList(rows))),
    update: async (table, set, where) => write(updateStatement(table, set, where)),
    upsert: async (table, rows, { conflict }) =>
      write(upsertStatement(table, toList(rows), conflict)),
    delete: async (table, where) => write(deleteStatement(table, where)),
    tx: (work, { retry = 'never' } = {}) =>
      guard(() => runCallback(context, work, retry === 'safe')),
    stats: () => ({ ...context.pool.stats(), active: calls.active(), mints: mints() }),
    health: () => health(context, read),
    close: ({ drain = 10_000 } = {}) => close(drain),
    [Symbol.asyncDispose]: () => close(10_000),
  }
}

function openContext(options: LakebaseOptions, target: ResolvedTarget) {
  const clock = options.clock ?? systemClock
  const emit: Emit = options.onEvent ?? (() => undefined)
  const tokenPolicy = { ...DEFAULT_TOKEN_POLICY, ...options.token }
  const maxAgeMs = Math.min(tokenPolicy.maxAgeMs, HARD_LIMIT_MS)
  const tokens = rotatingToken(target.mint, { ...tokenPolicy, maxAgeMs, clock, emit })
  const policy = { ...DEFAULT_POOL, ...options.pool }
  const { session } = options
  const pool = new Pool({
    ...policy,
    clock,
    emit,
    connect: loginSource({ target, tokens, policy, session, clock }),
    verdict: (error) => connectVerdict(error, target.place),
  })
  const context: RunContext = {
    pool,
    clock,
    emit,
    deadline: () => clock.now() + (options.deadlineMs ?? 30_000),
    withTimeout: createTimeout(options.queryTimeoutMs),
  }
  return { context, mints: tokens.mints }
}

function runWrite<T extends Rows>(
  context: RunContext,
  statement: Statement<T>,
): Promise<RowList<T>> {
  return runTransaction(context, ({ sql }, begun) => lastOf(begun, statement(sql).execute()), true)
}

function runCallback<T>(
  context: RunContext,
  work: (transaction: Transaction) => Promise<T>,
  rerun: boolean,
): Promise<T> {
  const once = async (
    ...[connection, begun]: Parameters<Parameters<typeof runTransaction<T>>[1]>
  ) => {
    const { transaction, end } = openTransaction(context, connection, begun)
    try {
      return await work(transaction)
    } finally {
      end()
    }
  }
  return runTransaction(context, once, rerun)
}

async function health({ clock }: RunContext, read: RunStatement): Promise<Health> {
  const startMs = clock.now()
  try {
    await read((sql) => sql`select 1`)
    return { ok: true, ms: clock.now() - startMs }
  } catch (error) {
    if (!(error instanceof LakebaseError)) throw error
    return { ok: false, ms: clock.now() - startMs, error }
  }
}

/** Counts the calls, so that closing can wait for the last of them. */
function createCalls() {
  let active = 0
  let closed = false
  let drained: (() => void) | undefined
  return {
    active: () => active,
    async guard<T>(call: () => Promise<T>): Promise<T> {
      if (closed) throw new LakebaseError('CLOSED', 'this client was closed', { sent: 'no' })
      active++
      try {
        return await call()
      } finally {
        active--
        if (active === 0) drained?.()
      }
    },
    async end(drainMs: number): Promise<void> {
      closed = true
      if (active === 0) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, drainMs)
        drained = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    },
  }
}
