import type { RowList } from 'postgres'
import type { Rows, Statement } from '../sql/query.js'
import type { RunContext } from './run-context.js'
import { runTransaction, type TransactionWork } from './run-transaction.js'
import { lastOf } from './statement-error.js'
import { openTransaction, type Transaction } from './transaction.js'

/** One statement, exactly once. */
export function runWrite<T extends Rows>(
  context: RunContext,
  statement: Statement<T>,
): Promise<RowList<T>> {
  const once: TransactionWork<RowList<T>> = (connection, begun) =>
    context.withTimeout(connection, () => lastOf(begun, statement(connection.sql).execute()))
  return runTransaction(context, once, true)
}

export function runCallback<T>(
  context: RunContext,
  work: (transaction: Transaction) => PromiseLike<T>,
  rerun: boolean,
): Promise<T> {
  const once: TransactionWork<T> = async (connection, begun) => {
    const { transaction, end } = openTransaction(context, connection, begun)
    try {
      return await work(transaction)
    } finally {
      end()
    }
  }
  return runTransaction(context, once, rerun)
}
