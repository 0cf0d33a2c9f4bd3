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
  lastOf,
  lostError,
  mayRunAgain,
  queryError,
} from './statement-error.js'

/** The work of a transaction, told its connection. `begun` is the flight that opens it, not yet answered. */
export type TransactionWork<T> = (
  connection: Connection,
  begun: readonly PromiseLike<unknown>[],
) => Promise<T>

/**
 * BEGIN, the work, COMMIT, exactly once. A transaction that ended before COMMIT was sent is undone, and
 * run again when `rerun` says that the work may be; a COMMIT without an answer is looked up by its id.
 */
export async function runTransaction<T>(
  context: RunContext,
  work: TransactionWork<T>,
  rerun: boolean,
): Promise<T> {
  const deadlineMs = context.deadline()
  for (let attempt = 1; ; attempt++) {
    const connection = await context.pool.acquire(deadlineMs, false)
    const end = await tryOnce(context, connection, work)
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
): Promise<End<T>> {
  const { sql } = connection
  const begin = sql.unsafe('begin read write').execute()
  const id = sql<{ xid: string }[]>`select pg_current_xact_id()::text as xid`.execute()
  for (const query of [begin, id]) query.catch(() => undefined)
  let value: T
  let xid: string | undefined
  try {
    value = await context.withTimeout(connection, () => work(connection, [begin, id]))
    const [row] = await lastOf([begin], id)
    xid = row?.xid
  } catch (error) {
    return undo(context, connection, await ofBegin(begin, error))
  }
  // Gone before COMMIT was sent: the server has undone it.
  if (connection.isLost() || xid === undefined)
    return undo(context, connection, lostError(undefined, 'no', 1))
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
