import type { Row, RowList } from 'postgres'
import type { Rows, Statement } from '../sql/query.js'
import { type Begin, beginForRows } from './begin.js'
import type { RunContext } from './run-context.js'
import { runTransaction, type TransactionWork } from './run-transaction.js'
import { lastOf } from './statement-error.js'
import { openTransaction, type Transaction } from './transaction.js'

/** One statement that returns `ROWS_AND_ID`, exactly once. */
export function runRows(context: RunContext, statement: Statement<Row[]>): Promise<RowList<Row[]>> {
  return runWrite(context, statement, beginForRows)
}

/** One statement, exactly once. */
export function runWrite<T extends Rows>(
  context: RunContext,
  statement: Statement<T>,
  begin?: Begin<RowList<T>>,
): Promise<RowList<T>> {
  const once: TransactionWork<RowList<T>> = (connection, begun) =>
    context.withTimeout(connection, () =>
      lastOf(connection, begun, statement(connection.sql).execute()),
    )
  return runTransaction(context, once, true, begin)
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
