import type { RowList } from 'postgres'
import type { Connection } from '../connection/connection.js'
import { LakebaseError } from '../lakebase-error.js'
import { idOf } from '../run/begin.js'
import { resolveCommit } from '../run/resolve-commit.js'
import { runOnce } from '../run/run-statement.js'
import { isFinal, isLost, lostError, queryError, unsendable } from '../run/statement-error.js'
import type { Rows, Statement } from '../sql/query.js'
import { refusedAnywhere } from '../sql/refusal.js'
import type { OwnPool } from './own-pool.js'
import { isReadOrWrite, runText } from './run-text.js'

const COMMITS = /^\s*(commit|end)\b(?!\s+prepared)/i
const BEGINS = /^\s*(begin|start\s+transaction)\b/i
const ENDS = /^\s*(commit|end|rollback(?!\s+((work|transaction)\s+)?to\b)|abort)\b/i

/**
 * A connection as others see it: theirs until they give it back. It takes one only when a statement needs it:
 * reads and writes before BEGIN run as calls of their own, and so outlive a loss. From BEGIN, or anything else,
 * on they are on one connection until the end.
 */
export class Session {
  readonly #own: OwnPool
  #pinned: Connection | undefined
  #leave: (() => void) | undefined
  #inTransaction = false
  #released = false

  constructor(own: OwnPool) {
    this.#own = own
  }

  run<T extends Rows>(text: string, statement: Statement<T>): Promise<RowList<T>> {
    if (this.#pinned === undefined && isReadOrWrite(text))
      return runText(this.#own, text, statement)
    return this.#runPinned(text, statement)
  }

  /** `destroy`: it is not to be used again. */
  release(destroy = false): void {
    if (this.#released) return
    this.#released = true
    const { pool } = this.#own.context
    if (this.#pinned === undefined) return
    if (destroy || this.#inTransaction) pool.discard(this.#pinned)
    else pool.release(this.#pinned)
    this.#leave?.()
  }

  async #pin(): Promise<Connection> {
    if (this.#released) {
      throw new LakebaseError('CLOSED', 'this connection was given back', { sent: 'no' })
    }
    if (this.#pinned) return this.#pinned
    const { context, calls } = this.#own
    const leave = calls.enter()
    try {
      this.#pinned = await context.pool.acquire(context.deadline(), false)
      if (this.#pinned.readOnly) await readWrite(this.#pinned)
      this.#leave = leave
      return this.#pinned
    } catch (error) {
      leave()
      throw error
    }
  }

  async #runPinned<T extends Rows>(text: string, statement: Statement<T>): Promise<RowList<T>> {
    const refused = refusedAnywhere(text)
    if (refused) throw refused
    const connection = await this.#pin()
    if (connection.isLost()) throw lostError(undefined, 'no', 1)
    const { withTimeout } = this.#own.context
    try {
      const rows = COMMITS.test(text)
        ? await this.#commit(connection, statement)
        : await withTimeout(connection, () => statement(connection.sql))
      this.#inTransaction = BEGINS.test(text) || (this.#inTransaction && !ENDS.test(text))
      return rows
    } catch (error) {
      throw this.#failed(connection, error)
    }
  }

  #failed(connection: Connection, error: unknown): unknown {
    const refused = unsendable(connection, error)
    if (refused === undefined && !isLost(connection, error)) return queryError(error, 1)
    // In doubt about a statement that was sent beside this one, too.
    connection.destroy()
    if (refused) return refused
    if (isFinal(error) || error instanceof LakebaseError) return error
    // What a transaction did is undone with its connection.
    return lostError(error, this.#inTransaction ? 'no' : 'maybe', 1)
  }

  /** A COMMIT without an answer is looked up. */
  async #commit<T extends Rows>(
    connection: Connection,
    statement: Statement<T>,
  ): Promise<RowList<T>> {
    const { context } = this.#own
    const { sql, epoch } = connection
    const aliveAtMs = context.clock.now()
    const xid = await context.withTimeout(connection, () => idOf(sql))
    try {
      return await context.withTimeout(connection, () => statement(sql))
    } catch (error) {
      if (xid === undefined || !isLost(connection, error)) throw error
      context.pool.discard(connection)
      if ((await resolveCommit(context, { xid, epoch, aliveAtMs }, error)) === 'aborted')
        throw error
      return await runOnce(context, (other) => other.unsafe<T & unknown[]>('select where false'))
    }
  }
}

async function readWrite(connection: Connection): Promise<void> {
  await connection.sql.unsafe('set session characteristics as transaction read write')
  connection.readOnly = false
}
