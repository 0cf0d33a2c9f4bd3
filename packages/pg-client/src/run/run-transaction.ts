import type { ISql } from 'postgres'
import type { Connection } from '../connection/connection.js'
import { LakebaseError } from '../lakebase-error.js'
import { resolveCommit } from './resolve-commit.js'
import type { RunContext } from './run-context.js'
import { leave } from './run-statement.js'
import {
  isLost,
  isRefusal,
  isTimeout,
  lostError,
  mayRunAgain,
  queryError,
} from './statement-error.js'

/** The work of a transaction, told its connection. `begun` is the flight that opens it, not yet answered. */
export type TransactionWork<T> = (connection: Connection, begun: PromiseLike<unknown>) => Promise<T>

/**
 * BEGIN, the work, COMMIT, exactly once. A transaction that ended before COMMIT was sent is undone, and
 * run again when `rerun` says that the work may be; a COMMIT without an answer is looked up by its id.
 */
export async function runTransaction<T>(
  context: RunContext,
  work: TransactionWork<T>,
  rerun: boolean,
  begin: Begin = beginWithId,
): Promise<T> {
  const deadlineMs = context.deadline()
  for (let attempt = 1; ; attempt++) {
    const connection = await context.pool.acquire(deadlineMs, false)
    const end = await tryOnce(context, connection, work, begin)
    if (end.kind === 'done') return end.value
    if (end.kind === 'failed') throw queryError(end.error, attempt)
    if (!rerun || context.clock.now() >= deadlineMs) {
      throw mayRunAgain(end.error)
        ? queryError(end.error, attempt)
        : lostError(end.error, 'no', attempt)
    }
    context.emit({ type: 'retry', work: 'transaction', attempt })
  }
}

type End<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Nothing has taken effect, and it may be tried again. */
  | { readonly kind: 'undone'; readonly error: unknown }
  | { readonly kind: 'failed'; readonly error: unknown }

async function tryOnce<T>(
  context: RunContext,
  connection: Connection,
  work: TransactionWork<T>,
  open: Begin,
): Promise<End<T>> {
  const { sql } = connection
  const { begin, id } = open(sql)
  // It may fail before anybody waits for it.
  begin.then(undefined, () => undefined)
  let value: T
  let xid: string | undefined
  try {
    value = await work(connection, begin)
    await context.withTimeout(connection, () => begin)
    xid = await context.withTimeout(connection, id)
  } catch (error) {
    return undo(context, connection, await ofBegin(begin, error))
  }
  // Gone before COMMIT was sent: the server has undone it.
  if (connection.isLost()) return undo(context, connection, lostError(undefined, 'no', 1))
  try {
    const { command } = await context.withTimeout(connection, () => sql.unsafe('commit'))
    context.pool.release(connection)
    // The work went on after a statement that had failed: Postgres answers COMMIT with ROLLBACK.
    return command === 'ROLLBACK'
      ? { kind: 'failed', error: rolledBack() }
      : { kind: 'done', value }
  } catch (error) {
    leave(context, connection, error)
    if (isRefusal(error) && !isLost(connection, error)) {
      return { kind: mayRunAgain(error) ? 'undone' : 'failed', error }
    }
    // Without an id nothing was written that could be missing.
    if (xid === undefined) return { kind: 'done', value }
    const outcome = await resolveCommit(context, { xid, epoch: connection.epoch }, error)
    return outcome === 'committed' ? { kind: 'done', value } : { kind: 'undone', error }
  }
}

/** The work failed, or its connection did. In doubt the connection ends, and the server undoes the rest. */
async function undo<T>(
  { pool, withTimeout }: RunContext,
  connection: Connection,
  error: unknown,
): Promise<End<T>> {
  const lost = isLost(connection, error)
  try {
    if (lost) pool.discard(connection)
    else {
      await withTimeout(connection, () => rollBack(connection.sql))
      pool.release(connection)
    }
  } catch {
    pool.discard(connection)
  }
  return { kind: !isTimeout(error) && (lost || mayRunAgain(error)) ? 'undone' : 'failed', error }
}

/** How a transaction begins, and what tells its id before it commits; undefined when it has written nothing. */
export type Begin = (sql: ISql) => {
  readonly begin: PromiseLike<unknown>
  readonly id: () => PromiseLike<string | undefined>
}

/** Both in one message, so that it costs no round trip. */
const beginWithId: Begin = (sql) => {
  const begin = sql.unsafe<{ xid: string }[][]>(BEGIN_WITH_ID)
  return { begin, id: () => begin.then((results) => results[1]?.[0]?.xid) }
}

const BEGIN_WITH_ID = 'begin read write; select pg_current_xact_id()::text as xid'

/** Nothing but BEGIN, so that `set transaction` may follow. */
export function plainBegin(text: string): Begin {
  return (sql) => ({ begin: sql.unsafe(text), id: () => idOf(sql) })
}

export async function idOf(sql: ISql): Promise<string | undefined> {
  const [row] = await sql<{ xid: string | null }[]>`
    select pg_current_xact_id_if_assigned()::text as xid`
  return row?.xid ?? undefined
}

/** A statement that was sent together with a BEGIN that was refused ran on its own. */
async function ofBegin(begin: PromiseLike<unknown>, error: unknown): Promise<unknown> {
  const [result] = await Promise.allSettled([begin])
  if (result.status === 'fulfilled' || !isRefusal(result.reason)) return error
  const message = 'BEGIN was refused; the first statement may have taken effect'
  return new LakebaseError('QUERY', message, { sent: 'maybe' }, result.reason)
}

function rollBack(sql: ISql): PromiseLike<unknown> {
  return sql.unsafe('rollback')
}

function rolledBack(): LakebaseError {
  const message =
    'the transaction was rolled back: a statement in it had failed, and the callback went on and returned'
  return new LakebaseError('QUERY', message, { sent: 'yes', sqlState: '25P02' })
}
