import type { PlainTable, SyncedTable, Workload } from '@lakebase/config'
import type { KnownSizes } from './known-size.js'

/** The workload with the rows and sizes that are known better than the file states them. */
export function withKnownSizes(workload: Workload, sizes: KnownSizes): Workload {
  const better = <T extends SyncedTable | PlainTable>(table: T): T => {
    const size = sizes.get(table.name)
    return size ? { ...table, rows: size.rows, sizeGb: size.totalBytes / 1e9 } : table
  }
  return {
    ...workload,
    sync: { ...workload.sync, tables: workload.sync.tables.map(better) },
    tables: workload.tables.map(better),
  }
}
