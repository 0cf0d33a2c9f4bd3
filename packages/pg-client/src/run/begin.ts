import type { ISql, Row, RowList } from 'postgres'
import type { Connection } from '../connection/connection.js'
import { LakebaseError } from '../lakebase-error.js'
import { takeId } from './returned-id.js'
import { isRefusal, lastOf } from './statement-error.js'

/** How a transaction begins, and what tells its id before it commits; undefined when it has written nothing. */
export type Begin<T> = (connection: Connection) => {
  readonly begun: Promise<unknown>
  readonly id: (value: T) => PromiseLike<string | undefined>
}

/**
 * BEGIN and the question for the id go out with the first statement, in one flight. Apart, because the
 * question is then a prepared statement: planned with each BEGIN it costs a fifth of the throughput.
 */
export const beginWithId: Begin<unknown> = (connection) => {
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
