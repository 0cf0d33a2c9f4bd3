import type { WorkloadFile } from '../schema/workload-schema.js'
import type { Column, IndexDefinition, PlainTable } from '../workload.js'
import { defined } from './defined.js'

type TableFile = NonNullable<WorkloadFile['tables']>[number]
type TableParts = Pick<TableFile, 'primary_keys' | 'rows' | 'size_gb' | 'columns' | 'indexes'>

/** What a table of Postgres and a synced table have in common. */
export function readTableParts(table: TableParts) {
  const columns: readonly Column[] = (table.columns ?? []).map((column) =>
    defined({
      name: column.name,
      type: column.type,
      nullable: column.nullable ?? true,
      averageBytes: column.average_bytes,
      nullFraction: column.null_fraction,
      distinctValues: column.distinct_values,
    }),
  )
  const indexes: readonly IndexDefinition[] = (table.indexes ?? []).map((index) => ({
    columns: index.columns,
    unique: index.unique ?? false,
  }))
  return {
    primaryKeys: table.primary_keys ?? [],
    rows: table.rows,
    sizeGb: table.size_gb,
    columns,
    indexes,
  }
}

/** `tables:` that live in Postgres only. */
export function readPlainTables(tables: WorkloadFile['tables']): readonly PlainTable[] {
  return (tables ?? []).map((table, index) =>
    defined({ name: table.name, ...readTableParts(table), at: ['tables', index] }),
  )
}
