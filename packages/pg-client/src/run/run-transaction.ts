import type { ISql, Row, RowList } from 'postgres'
import type { Connection } from '../connection/connection.js'
import { LakebaseError } from '../lakebase-error.js'
import { resolveCommit } from './resolve-commit.js'
import { takeId } from './returned-id.js'
import type { RunContext } from './run-context.js'
import { leave } from './run-statement.js'
import {
  isFinal,
  isLost,
  isRefusal,
  lastOf,
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
  const { sql } = connection
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
  if (isFinal(error)) return { kind: 'failed', error: undoneError(error) }
  return { kind: lost || mayRunAgain(error) ? 'undone' : 'failed', error }
}

/** How a transaction begins, and what tells its id before it commits; undefined when it has written nothing. */
export type Begin<T> = (connection: Connection) => {
  readonly begun: Promise<unknown>
  readonly id: (value: T) => PromiseLike<string | undefined>
}

/**
 * BEGIN and the question for the id go out with the first statement, in one flight. Apart, because the
 * question is then a prepared statement: planned with each BEGIN it costs a fifth of the throughput.
 */
const beginWithId: Begin<unknown> = (connection) => {
  const { sql } = connection
  const begin = sendBegin(sql, 'begin read write')
  const id = sql<{ xid: string }[]>`select pg_current_xact_id()::text as xid`.execute()
  const begun = lastOf(connection, begin, id)
  return { begun, id: () => begun.then(([row]) => row?.xid) }
}

/** Nothing but BEGIN, so that `set transaction` may follow. */
export function plainBegin(text: string): Begin<unknown> {
  return ({ sql }) => ({ begun: sendBegin(sql, text), id: () => idOf(sql) })
}

/** Its statement returns the id with its rows; one that has met no row may still have written, by a trigger. */
export const beginForRows: Begin<RowList<Row[]>> = ({ sql }) => ({
  begun: sendBegin(sql, 'begin read write'),
  id: async (rows) => takeId(rows) ?? idOf(sql),
})

export async function idOf(sql: ISql): Promise<string | undefined> {
  const [row] = await sql<{ xid: string | null }[]>`
    select pg_current_xact_id_if_assigned()::text as xid`
  return row?.xid ?? undefined
}

/** A statement that was sent together with a BEGIN that was refused ran on its own. */
async function sendBegin(sql: ISql, text: string): Promise<void> {
  // Now, and not when it is awaited: what is sent after it must run after it.
  const begin = sql.unsafe(text).execute()
  try {
    await begin
  } catch (error) {
    if (!isRefusal(error)) throw error
    const message = 'BEGIN was refused; the first statement may have taken effect'
    throw new LakebaseError('QUERY', message, { sent: 'maybe' }, error)
  }
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
