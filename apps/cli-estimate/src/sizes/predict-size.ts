import type { Column, PlainTable, SyncedTable } from '@lakebase/config'
import {
  type ColumnStatistics,
  type ColumnStats,
  type ColumnWidth,
  estimateTableSize,
  type IndexStats,
  type TableEvidence,
  type TableSize,
} from '@lakebase/sizer'

/** What is known of a table whose size is to be predicted. */
export interface PredictInput {
  readonly rows: number
  readonly columns: readonly ColumnStats[]
  readonly evidence: TableEvidence
  /** Different keys of each index of the workload, in its order. */
  readonly distinctKeys?: readonly (number | undefined)[]
}

/** @throws StorageInputError on a type that a synced table cannot have, or a key of unknown columns */
export function predictSize(table: SyncedTable | PlainTable, input: PredictInput): TableSize {
  const { rows, columns, evidence, distinctKeys = [] } = input
  return estimateTableSize({
    rows,
    columns,
    indexes: indexesOf(table, columns, distinctKeys),
    evidence,
  })
}

/** Statistics where the workload states any, else nothing but the types. */
export function statedEvidence(columns: readonly Column[]): TableEvidence {
  const stated = columns.filter(
    ({ averageBytes, nullFraction, distinctValues }) =>
      averageBytes !== undefined || nullFraction !== undefined || distinctValues !== undefined,
  )
  if (stated.length === 0) return { kind: 'ddl' }
  return {
    kind: 'statistics',
    columns: Object.fromEntries(stated.map((column) => [column.name, statistics(column)])),
  }
}

function statistics(column: Column): ColumnStatistics {
  const width = widthOf(column)
  return {
    nullFraction: column.nullFraction ?? 0,
    ...(column.distinctValues !== undefined && { distinct: column.distinctValues }),
    ...(width && { width }),
  }
}

/** A DECIMAL's average bytes say nothing of its digits. */
function widthOf({ type, averageBytes }: Column): ColumnWidth | undefined {
  if (averageBytes === undefined) return undefined
  if (/^(?:string|varchar|char|binary)\b/i.test(type))
    return { kind: 'bytes', averageLength: averageBytes }
  if (/^(?:array|map|struct)\b/i.test(type)) return { kind: 'jsonb', averageLength: averageBytes }
  return undefined
}

function indexesOf(
  { primaryKeys, indexes }: SyncedTable | PlainTable,
  columns: readonly ColumnStats[],
  distinctKeys: readonly (number | undefined)[],
): readonly IndexStats[] {
  const exact = (names: readonly string[]) => names.map((name) => nameIn(columns, name))
  const key = { name: 'primary key', columns: exact(primaryKeys), unique: true } as const
  return [
    ...(primaryKeys.length > 0 ? [key] : []),
    ...indexes.map((index, at): IndexStats => {
      const name = `index ${at + 1} on ${index.columns.join(', ')}`
      const distinct = distinctKeys[at]
      if (index.unique) return { name, columns: exact(index.columns), unique: true }
      return {
        name,
        columns: exact(index.columns),
        unique: false,
        ...(distinct !== undefined && { distinctKeys: distinct }),
      }
    }),
  ]
}

/** Databricks takes names in any case, the table's own spelling counts. */
function nameIn(columns: readonly ColumnStats[], name: string): string {
  return columns.find((column) => column.name.toLowerCase() === name.toLowerCase())?.name ?? name
}
