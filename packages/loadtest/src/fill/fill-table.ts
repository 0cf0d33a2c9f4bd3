import type { Column, PlainTable, SyncedTable, Workload } from '@lakebase/config'

/** A table to be made and filled. */
export interface FillTable {
  readonly schema: string
  readonly table: string
  readonly columns: readonly Column[]
  readonly primaryKeys: readonly string[]
  readonly rows: number
}

/** Rows of a table whose workload does not say how many. */
const UNKNOWN_ROWS = 10_000
/** So that a scale that suits the largest table leaves the small ones with something in them. */
const FEWEST_ROWS = 100

/**
 * The tables of a workload that have columns (`withTableDdl`), under their names in Postgres.
 *
 * @param scale Share of the rows that are made; a table with fewer than 100 rows gets all of them.
 */
export function fillTables(workload: Workload, scale: number): readonly FillTable[] {
  const synced = workload.sync.tables.map((table) => ({
    ...table,
    schema: table.targetSchema,
    table: table.targetTable,
  }))
  const plain = workload.tables.map((table) => ({ ...table, ...placeOf(table) }))
  return [...synced, ...plain]
    .filter(({ columns }) => columns.length > 0)
    .map(({ schema, table, columns, primaryKeys, rows = UNKNOWN_ROWS }) => ({
      schema,
      table,
      columns,
      primaryKeys,
      rows: Math.max(Math.min(rows, FEWEST_ROWS), Math.round(rows * scale)),
    }))
}

function placeOf({ name }: PlainTable | SyncedTable) {
  const parts = name.split('.')
  return { schema: parts.at(-2) ?? 'public', table: parts.at(-1) ?? name }
}
