import type { ISql } from 'postgres'
import type { Connection } from '../connection/connection.js'
import { LakebaseError } from '../lakebase-error.js'
import { type Begin, beginWithId } from './begin.js'
import { resolveCommit } from './resolve-commit.js'
import type { RunContext } from './run-context.js'
import { leave } from './run-statement.js'
import {
  isFinal,
  isLost,
  isRefusal,
  lostError,
  mayRunAgain,
  queryError,
} from './statement-error.js'

/** The work of a transaction, told its connection. `begun` is what opens it, sent and not yet answered. */
export type TransactionWork<T> = (connection: Connection, begun: Promise<unknown>) => PromiseLike<T>

/**
 * BEGIN, the work, COMMIT, exactly once. A transaction that ended before COMMIT was sent is undone, and
 * run again when `rerun` says that the work may be; a COMMIT without an answer is looked up by its id.
 */
export async function runTransaction<T>(
  context: RunContext,
  work: TransactionWork<T>,
  rerun: boolean,
  begin: Begin<T> = beginWithId,
): Promise<T> {
  const deadlineMs = context.deadline()
  for (let attempt = 1; ; attempt++) {
    const connection = await context.pool.acquire(deadlineMs, false, context.limits.signal)
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
  open: Begin<T>,
): Promise<End<T>> {
  const { sql, epoch } = connection
  const aliveAtMs = context.clock.now()
  const { begun, id } = open(connection)
  // It may fail before anybody waits for it.
  begun.catch(() => undefined)
  let value: T
  let xid: string | undefined
  try {
    value = await work(connection, begun)
    await context.withTimeout(connection, () => begun)
    xid = await context.withTimeout(connection, () => id(value))
  } catch (error) {
    return undo(context, connection, error)
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
    const outcome = await resolveCommit(context, { xid, epoch, aliveAtMs }, error)
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
  if (isFinal(error)) return { kind: 'failed', error: undoneError(error) }
  return { kind: lost || mayRunAgain(error) ? 'undone' : 'failed', error }
}

function rollBack(sql: ISql): PromiseLike<unknown> {
  return sql.unsafe('rollback')
}

/** What a statement may have done ended with its transaction. */
function undoneError({ code, message, cause }: LakebaseError): LakebaseError {
  return new LakebaseError(code, message, { sent: 'no' }, cause)
}

function rolledBack(): LakebaseError {
  const message =
    'the transaction was rolled back: a statement in it had failed, and the callback went on and returned'
  return new LakebaseError('QUERY', message, { sent: 'yes', sqlState: '25P02' })
}
