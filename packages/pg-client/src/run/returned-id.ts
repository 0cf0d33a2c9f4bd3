import type { Row, RowList } from 'postgres'

const COLUMN = '@lakebase/pg-client xid'

/** What a statement returns that tells its transaction too: a question of its own would cost a statement more. */
export const ROWS_AND_ID = `*, pg_current_xact_id()::text as "${COLUMN}"`

/** Takes the id off the rows, which are then what `returning *` gives. Undefined when there is no row. */
export function takeId(rows: RowList<Row[]>): string | undefined {
  const xid: unknown = rows[0]?.[COLUMN]
  // The property that was added last goes without a trace: the rows stay as fast as they were.
  for (const row of rows) Reflect.deleteProperty(row, COLUMN)
  // The driver keeps its list for the next run of the statement.
  rows.columns = rows.columns.slice(0, -1)
  return typeof xid === 'string' ? xid : undefined
}
