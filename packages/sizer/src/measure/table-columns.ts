import { StorageInputError } from '../storage/storage-input-error.js'
import { type DatabricksType, parseDatabricksType } from '../storage/type/databricks-type.js'
import { type PostgresType, postgresType } from '../storage/type/postgres-type.js'
import { readText } from './read-answer.js'
import type { SqlRow } from './run-sql.js'

export type DescribedColumn = SupportedColumn | UnsupportedColumn

export interface SupportedColumn {
  readonly name: string
  /** As the warehouse writes it: `decimal(10,2)`. */
  readonly type: string
  readonly parsed: DatabricksType
  readonly stored: PostgresType
}

/** A type that a synced table cannot have, or that is not known. */
interface UnsupportedColumn {
  readonly name: string
  readonly type: string
}

/** The columns of DESCRIBE TABLE: its rows up to the sections on partitions and the like. */
export function tableColumns(rows: readonly SqlRow[]): readonly DescribedColumn[] {
  const end = rows.findIndex((row) => /^(?:# |$)/.test(readText(row, 'col_name') ?? ''))
  return rows.slice(0, end === -1 ? rows.length : end).map((row) => {
    const name = readText(row, 'col_name') ?? ''
    const type = readText(row, 'data_type') ?? ''
    try {
      const parsed = parseDatabricksType(type, name)
      return { name, type, parsed, stored: postgresType(parsed, name) }
    } catch (error) {
      if (error instanceof StorageInputError) return { name, type }
      throw error
    }
  })
}

export function isSupported(column: DescribedColumn): column is SupportedColumn {
  return 'stored' in column
}
