import type { Column } from '@lakebase/config'
import { LoadtestError } from '../loadtest-error.js'
import { type ColumnType, columnType } from './column-type.js'
import type { FillTable } from './fill-table.js'
import { quoteName } from './quote.js'

export interface TypedColumn extends Omit<Column, 'type'> {
  readonly type: ColumnType
}

/** A table whose types are known. */
export interface TypedTable extends Omit<FillTable, 'columns'> {
  readonly columns: readonly TypedColumn[]
  readonly sqlName: string
}

/** @throws {LoadtestError} For a type that is not known, and a key that names no column. */
export function tablesWithTypes(tables: readonly FillTable[]): readonly TypedTable[] {
  return tables.map((table) => {
    const columns = table.columns.map((column) => ({ ...column, type: typeOf(column, table) }))
    const keys = table.primaryKeys.map((key) => {
      const found = columns.find(({ name }) => name.toLowerCase() === key.toLowerCase())
      if (found) return found.name
      throw new LoadtestError(
        'FILL',
        `${table.table}: the key names ${key}, which is no column of it`,
      )
    })
    const sqlName = `${quoteName(table.schema)}.${quoteName(table.table)}`
    return { ...table, columns, primaryKeys: keys, sqlName }
  })
}

function typeOf({ name, type }: Column, { table }: FillTable): ColumnType {
  const found = columnType(type)
  if (found) return found
  throw new LoadtestError(
    'FILL',
    `${table}.${name}: the type ${type} is not known; write one of Databricks or PostgreSQL`,
  )
}
