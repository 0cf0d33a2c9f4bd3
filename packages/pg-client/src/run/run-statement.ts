import type { RowList } from 'postgres'
import type { Connection } from '../connection/connection.js'
import type { Rows, Statement } from '../sql/query.js'
import type { RunContext } from './run-context.js'
import {
  isFinal,
  isLost,
  isRefusal,
  lastOf,
  lostError,
  queryError,
  unsendable,
} from './statement-error.js'

/** Autocommit, once: after a loss nobody knows whether it took effect, and the error says so. */
export async function runOnce<T extends Rows>(
  context: RunContext,
  statement: Statement<T>,
): Promise<RowList<T>> {
  const connection = await context.pool.acquire(context.deadline(), false, context.limits.signal)
  try {
    const rows = await inMode(context, connection, false, statement)
    context.pool.release(connection)
    return rows
  } catch (raised) {
    const error = unsendable(connection, raised) ?? raised
    const lost = isLost(connection, error)
    leave(context, connection, error)
    throw lost && !isFinal(error) ? lostError(error, 'maybe', 1) : queryError(error, 1)
  }
}

/** In a session that refuses writes, so it may run again after any loss. */
export async function runRead<T extends Rows>(
  context: RunContext,
  statement: Statement<T>,
): Promise<RowList<T>> {
  const deadlineMs = context.deadline()
  for (let attempt = 1; ; attempt++) {
    const connection = await context.pool.acquire(deadlineMs, true, context.limits.signal)
    try {
      const rows = await inMode(context, connection, true, statement)
      context.pool.release(connection)
      return rows
    } catch (raised) {
      const error = unsendable(connection, raised) ?? raised
      const lost = isLost(connection, error)
      leave(context, connection, error)
      if (!lost || isFinal(error)) throw queryError(error, attempt)
      if (context.clock.now() >= deadlineMs) throw lostError(error, 'no', attempt)
      context.emit({ type: 'retry', work: 'read', attempt })
    }
  }
}

/** Gives a connection back after a failure: to the pool when the server said no, to its end otherwise. */
export function leave({ pool }: RunContext, connection: Connection, error: unknown): void {
  if (isRefusal(error) && !isLost(connection, error)) pool.release(connection)
  else pool.discard(connection)
}

/** Runs it with the session's mode set. */
function inMode<T extends Rows>(
  context: RunContext,
  connection: Connection,
  readOnly: boolean,
  statement: Statement<T>,
): PromiseLike<RowList<T>> {
  return context.withTimeout(connection, () =>
    connection.readOnly === readOnly
      ? statement(connection.sql)
      : inOtherMode(connection, readOnly, statement),
  )
}

/** The mode is changed in the same flight. */
async function inOtherMode<T extends Rows>(
  connection: Connection,
  readOnly: boolean,
  statement: Statement<T>,
): Promise<RowList<T>> {
  const { sql } = connection
  const mode = readOnly ? 'only' : 'write'
  const change = sql.unsafe(`set session characteristics as transaction read ${mode}`).execute()
  const rows = statement(sql).execute()
  try {
    return await lastOf(connection, change, rows)
  } finally {
    await change.then(
      () => {
        connection.readOnly = readOnly
      },
      // In which mode it is now nobody knows.
      () => connection.destroy(),
    )
  }
}
