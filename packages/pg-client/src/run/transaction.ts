import type { Row, RowList } from 'postgres'
import type { Connection } from '../connection/connection.js'
import { LakebaseError } from '../lakebase-error.js'
import { createTag, type Rows, type Statement, type Tag } from '../sql/query.js'
import { refusedInTransaction } from '../sql/refusal.js'
import {
  deleteStatement,
  insertStatement,
  updateStatement,
  upsertStatement,
  type Values,
} from '../sql/row-statements.js'
import type { RunContext } from './run-context.js'
import { isFinal, isLost, lastOf, queryError, unsendable } from './statement-error.js'

/** What the callback of `tx` works with. Its statements run in order on one connection. */
export interface Transaction {
  readonly sql: Tag
  readonly insert: (table: string, rows: Values | readonly Values[]) => Promise<RowList<Row[]>>
  readonly upsert: (
    table: string,
    rows: Values | readonly Values[],
    options: { readonly conflict: readonly string[] },
  ) => Promise<RowList<Row[]>>
  readonly update: (table: string, set: Values, where: Values) => Promise<RowList<Row[]>>
  readonly delete: (table: string, where: Values) => Promise<RowList<Row[]>>
}

/** The handle of one try, and how to make it useless when that try is over. */
export function openTransaction(
  context: RunContext,
  connection: Connection,
  begun: Promise<unknown>,
): { readonly transaction: Transaction; readonly end: () => void } {
  let ended = false
  let unanswered: Promise<unknown> | undefined = begun
  begun.then(
    () => {
      unanswered = undefined
    },
    () => undefined,
  )
  async function run<T extends Rows>(statement: Statement<T>): Promise<RowList<T>> {
    if (ended) throw gone('this transaction has ended; use its statements inside the callback')
    if (connection.isLost()) throw gone('the connection of this transaction was lost')
    return runBegun(context, connection, unanswered, statement)
  }
  return {
    transaction: {
      sql: createTag(run, refusedInTransaction),
      insert: (table, rows) => run(insertStatement(table, toList(rows))),
      upsert: (table, rows, { conflict }) => run(upsertStatement(table, toList(rows), conflict)),
      update: (table, set, where) => run(updateStatement(table, set, where)),
      delete: (table, where) => run(deleteStatement(table, where)),
    },
    end: () => {
      ended = true
    },
  }
}

/** One statement inside a transaction, whose BEGIN may be under way; a lost connection is not used again. */
export async function runBegun<T extends Rows>(
  context: RunContext,
  connection: Connection,
  begun: Promise<unknown> | undefined,
  statement: Statement<T>,
): Promise<RowList<T>> {
  const { sql } = connection
  try {
    return await context.withTimeout(connection, () =>
      begun === undefined ? statement(sql) : lastOf(connection, begun, statement(sql).execute()),
    )
  } catch (raised) {
    const error = unsendable(connection, raised) ?? raised
    // In doubt about a statement that was sent beside this one, too.
    if (isLost(connection, error) || isFinal(error)) connection.destroy()
    throw queryError(error, 1)
  }
}

export function toList(rows: Values | readonly Values[]): readonly Values[] {
  return isList(rows) ? rows : [rows]
}

function isList(rows: Values | readonly Values[]): rows is readonly Values[] {
  return Array.isArray(rows)
}

function gone(message: string): LakebaseError {
  return new LakebaseError('CONNECTION_LOST', message, { sent: 'no' })
}
