import type { SyncedTable, SyncPipeline } from '@lakebase/config'
import { rowsFromGb } from '@lakebase/sizer'

/** Rows that a pipeline writes in one run, or undefined when the file does not say it for every table. */
export function rowsPerRun(pipeline: SyncPipeline): number | undefined {
  if (pipeline.batch !== undefined) return rowsFromGb(pipeline.batch.gbPerRun)
  const rows = pipeline.tables.map((table) => tableRowsPerRun(table))
  return rows.reduce<number | undefined>(
    (sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
    0,
  )
}

function tableRowsPerRun(table: SyncedTable): number | undefined {
  if (table.rowsPerRun !== undefined) return table.rowsPerRun
  if (table.gbPerRun !== undefined) return rowsFromGb(table.gbPerRun)
  if (table.policy !== 'SNAPSHOT') return table.rowsChangedPerRun
  if (table.rows !== undefined) return table.rows
  return table.sizeGb === undefined ? undefined : rowsFromGb(table.sizeGb)
}

/** GB that a pipeline writes in one run, at the tables' own row sizes where the file gives them. */
export function gbPerRun(pipeline: SyncPipeline): number {
  if (pipeline.batch !== undefined) return pipeline.batch.gbPerRun
  return pipeline.tables.reduce((sum, table) => sum + tableGbPerRun(table), 0)
}

function tableGbPerRun(table: SyncedTable): number {
  if (table.gbPerRun !== undefined) return table.gbPerRun
  const rows = tableRowsPerRun(table) ?? 0
  if (table.sizeGb !== undefined && table.rows) return (table.sizeGb / table.rows) * rows
  return rows / rowsFromGb(1)
}
