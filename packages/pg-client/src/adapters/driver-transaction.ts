import type postgres from 'postgres'
import type { TransactionOptions } from '../client/lakebase.js'
import type { Connection } from '../connection/connection.js'
import { plainBegin } from '../run/begin.js'
import { runTransaction } from '../run/run-transaction.js'
import { lostError } from '../run/statement-error.js'
import { runBegun } from '../run/transaction.js'
import { refusedInTransaction } from '../sql/refusal.js'
import { driverFacade, type RunOnDriver } from './driver-facade.js'
import type { OwnPool } from './own-pool.js'

/** The driver's \`begin\` and \`savepoint\`: with options or without. */
export type Begin = (first: unknown, second?: unknown) => Promise<unknown>

/** One transaction. Without `retry: 'safe'` its callback runs once. */
export function runDriverTransaction(
  own: OwnPool,
  template: postgres.Sql,
  text: string,
  work: unknown,
  { retry = 'never' }: TransactionOptions,
): Promise<unknown> {
  if (typeof work !== 'function') throw new TypeError('begin(work): work is not a function')
  return runTransaction(
    own.context,
    async (connection, begun) => {
      let ended = false
      const handle = transactionFacade(own, template, connection, begun, () => ended)
      try {
        const result: unknown = await work(handle)
        return Array.isArray(result) ? await Promise.all(result) : result
      } finally {
        ended = true
      }
    },
    retry === 'safe',
    plainBegin(text),
  )
}

function transactionFacade(
  { context }: OwnPool,
  template: postgres.Sql,
  connection: Connection,
  begun: Promise<unknown>,
  hasEnded: () => boolean,
): postgres.Sql {
  let savepoints = 0
  const run: RunOnDriver = async (text, statement) => {
    const refused = refusedInTransaction(text)
    if (refused) throw refused
    if (hasEnded() || connection.isLost()) throw lostError(undefined, 'no', 1)
    return runBegun(context, connection, begun, statement)
  }
  const command = (text: string) => run(text, (sql) => sql.unsafe(text))
  const savepoint: Begin = async (first, second) => {
    const work = second ?? first
    if (typeof work !== 'function') throw new TypeError('savepoint(work): work is not a function')
    const name = `s${savepoints++}`
    await command(`savepoint ${name}`)
    try {
      return await work(handle)
    } catch (error) {
      await command(`rollback to ${name}`)
      throw error
    }
  }
  const handle = driverFacade(template, run, { savepoint })
  return handle
}
