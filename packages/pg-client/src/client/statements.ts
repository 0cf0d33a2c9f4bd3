import type { Row } from 'postgres'
import { ROWS_AND_ID } from '../run/returned-id.js'
import type { RunContext } from '../run/run-context.js'
import { runCursor } from '../run/run-cursor.js'
import { runOnce, runRead } from '../run/run-statement.js'
import { runCallback, runRows, runWrite } from '../run/run-work.js'
import { toList } from '../run/transaction.js'
import { createCursorTag } from '../sql/cursor.js'
import { createTag, type Statement } from '../sql/query.js'
import { refusedInRead, refusedOnPool } from '../sql/refusal.js'
import {
  deleteStatement,
  insertStatement,
  updateStatement,
  upsertStatement,
} from '../sql/row-statements.js'
import type { Calls } from './calls.js'
import type { Statements } from './lakebase.js'

/** The calls that send something, with the limits of the context. */
export function createStatements(context: RunContext, { enter, guard }: Calls): Statements {
  const change = (statement: Statement<Row[]>) => guard('write', () => runRows(context, statement))
  return {
    sql: createTag((statement) => guard('sql', () => runOnce(context, statement)), refusedOnPool),
    read: createTag((statement) => guard('read', () => runRead(context, statement)), refusedInRead),
    write: createTag(
      (statement) => guard('write', () => runWrite(context, statement)),
      refusedOnPool,
    ),
    insert: async (table, rows) => change(insertStatement(table, toList(rows), ROWS_AND_ID)),
    update: async (table, set, where) => change(updateStatement(table, set, where, ROWS_AND_ID)),
    upsert: async (table, rows, { conflict }) =>
      change(upsertStatement(table, toList(rows), conflict, ROWS_AND_ID)),
    delete: async (table, where) => change(deleteStatement(table, where, ROWS_AND_ID)),
    tx: (work, { retry = 'never' } = {}) =>
      guard('tx', () => runCallback(context, work, retry === 'safe')),
    cursor: createCursorTag((statement, size) => runCursor(context, enter, statement, size)),
  }
}
