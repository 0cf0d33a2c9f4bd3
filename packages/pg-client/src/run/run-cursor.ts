import type { Row } from 'postgres'
import type { Connection } from '../connection/connection.js'
import { failureOf } from '../event.js'
import { LakebaseError } from '../lakebase-error.js'
import type { Statement } from '../sql/query.js'
import type { RunContext } from './run-context.js'
import { isFinal, isLost, lastOf, lostError, queryError } from './statement-error.js'

/**
 * A cursor of Postgres in a read-only transaction. It is opened again after a loss as long as no row was
 * given out; then the caller has seen a part, and hears of the loss.
 */
export async function* runCursor<T>(
  context: RunContext,
  enter: () => () => void,
  statement: Statement<Row[]>,
  size: number,
): AsyncGenerator<T[]> {
  if (!Number.isInteger(size) || size < 1) {
    const message = `rows(${size}): the rows of one batch are a whole number from 1`
    throw new LakebaseError('CONFIG', message, { sent: 'no' })
  }
  const left = enter()
  const { clock, emit } = context
  const startMs = clock.now()
  const seen = { rows: 0 }
  let failure: string | undefined
  try {
    const { connection, first } = await openCursor<T>(context, statement, size)
    for await (const rows of batches(context, connection, first, size)) {
      seen.rows += rows.length
      yield rows
    }
  } catch (error) {
    failure = failureOf(error)
    throw error
  } finally {
    left()
    const end = failure === undefined ? seen : { failure }
    emit({ type: 'call', kind: 'cursor', ms: clock.now() - startMs, ...end })
  }
}

async function openCursor<T>(context: RunContext, statement: Statement<Row[]>, size: number) {
  const deadlineMs = context.deadline()
  for (let attempt = 1; ; attempt++) {
    const connection = await context.pool.acquire(deadlineMs, true, context.limits.signal)
    try {
      const first = await context.withTimeout(connection, () =>
        declare<T>(connection, statement, size),
      )
      return { connection, first }
    } catch (error) {
      const lost = isLost(connection, error)
      await end(context, connection, 'rollback')
      if (!lost || isFinal(error)) throw queryError(error, attempt)
      if (context.clock.now() >= deadlineMs) throw lostError(error, 'no', attempt)
      context.emit({ type: 'retry', work: 'read', attempt })
    }
  }
}

/** All in one flight. */
function declare<T>(
  connection: Connection,
  statement: Statement<Row[]>,
  size: number,
): Promise<T[]> {
  const { sql } = connection
  const begin = sql.unsafe('begin read only').execute()
  const cursor = sql`declare lakebase_rows no scroll cursor for ${statement(sql)}`.execute()
  const rows = fetchRows<T>(sql, size)
  return lastOf(connection, lastOf(connection, begin, cursor), rows)
}

async function* batches<T>(
  context: RunContext,
  connection: Connection,
  first: T[],
  size: number,
): AsyncGenerator<T[]> {
  let ending: 'commit' | 'rollback' = 'commit'
  try {
    for (let rows = first; rows.length > 0; ) {
      yield rows
      if (rows.length < size) break
      rows = await context.withTimeout(connection, () => fetchRows<T>(connection.sql, size))
    }
  } catch (error) {
    ending = 'rollback'
    throw isLost(connection, error) && !isFinal(error)
      ? lostError(error, 'no', 1)
      : queryError(error, 1)
  } finally {
    await end(context, connection, ending)
  }
}

async function fetchRows<T>(
  { unsafe }: Pick<Connection['sql'], 'unsafe'>,
  size: number,
): Promise<T[]> {
  const rows: readonly T[] = await unsafe<T[]>(`fetch forward ${size} from lakebase_rows`)
  return [...rows]
}

async function end(
  { pool, withTimeout }: RunContext,
  connection: Connection,
  ending: 'commit' | 'rollback',
): Promise<void> {
  try {
    if (!connection.isLost()) await withTimeout(connection, () => connection.sql.unsafe(ending))
    pool.release(connection)
  } catch {
    pool.discard(connection)
  }
}
