import type { FillTable } from '../fill/fill-table.js'
import { tablesWithTypes } from '../fill/typed-table.js'
import type { QuerySource } from './draft-query.js'
import { writtenName } from './written-name.js'

/** So that a key that many rows share does not read them all. */
const MOST_ROWS = 100

/** For a workload without queries: rows of each table by the first column of its key. */
export function draftLookups(tables: readonly FillTable[]): readonly QuerySource[] {
  const typed = tablesWithTypes(tables)
  const plainNames = typed.map(({ table }) => table)
  return typed.flatMap((table) => {
    const key = table.columns.find(({ name }) => name === table.primaryKeys[0])
    if (!key) return []
    const isAlone = plainNames.filter((one) => one === table.table).length === 1
    const word = (text: string) => text.replace(/\W+/g, '_')
    const parameter = /^[A-Za-z_]/.test(key.name) ? word(key.name) : `p_${word(key.name)}`
    const limit = table.primaryKeys.length > 1 ? ` LIMIT ${MOST_ROWS}` : ''
    return [
      {
        id: `${isAlone ? '' : `${word(table.schema)}_`}${word(table.table)}_by_${word(key.name)}`,
        file: `${table.schema}.${table.table}`,
        text: `SELECT * FROM ${writtenName(table.schema, table.table)} WHERE ${writtenName(key.name)} = :${parameter}${limit}`,
      },
    ]
  })
}
