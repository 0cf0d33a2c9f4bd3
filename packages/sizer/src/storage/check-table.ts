import { checkRange, checkWhole } from './check-number.js'
import { StorageInputError } from './storage-input-error.js'
import type { TableColumn } from './table-column.js'
import type { IndexStats, TableStats } from './table-stats.js'
import { parseDatabricksType } from './type/databricks-type.js'
import { postgresType } from './type/postgres-type.js'

/** Source: PostgreSQL 17 documentation, CREATE TABLE, "Storage Parameters". */
const FILLFACTOR_MIN = 10
const FILLFACTOR_MAX = 100

/**
 * The table's columns with their types understood.
 *
 * @throws StorageInputError on the first thing that is wrong, what the evidence says of values apart
 */
export function checkTable(table: TableStats): readonly TableColumn[] {
  checkWhole(table.rows, 'table.rows')
  if (table.fillfactor !== undefined) {
    checkRange(table.fillfactor, FILLFACTOR_MIN, FILLFACTOR_MAX, 'table.fillfactor')
  }
  const names = table.columns.map((column) => column.name)
  checkNotEmpty(names, 'table.columns', 'one column or more')
  checkUnique(names, 'table.columns')
  const indexNames = table.indexes.map((index) => index.name)
  checkUnique(indexNames, 'table.indexes')
  for (const [at, index] of table.indexes.entries()) {
    checkIndex(index, names, `table.indexes[${at}]`)
  }
  checkEvidence(table, names)
  return table.columns.map(({ name, nullable, type }, at) => {
    const path = `table.columns[${at}].type`
    const databricksType = parseDatabricksType(type, path)
    return { name, nullable, databricksType, type: postgresType(databricksType, path) }
  })
}

function checkIndex(index: IndexStats, names: readonly string[], path: string): void {
  checkNotEmpty(index.columns, `${path}.columns`, 'one column or more')
  checkNames(index.columns, names, `${path}.columns`)
  if (!index.unique && index.distinctKeys !== undefined) {
    checkWhole(index.distinctKeys, `${path}.distinctKeys`)
  }
}

function checkEvidence({ evidence, rows }: TableStats, names: readonly string[]): void {
  const path = 'table.evidence'
  if (evidence.kind === 'statistics') {
    checkNames(Object.keys(evidence.columns), names, `${path}.columns`)
  }
  if (evidence.kind === 'sample' && rows > 0) {
    checkNotEmpty(evidence.rows, `${path}.rows`, 'one row or more')
  }
}

function checkNotEmpty(list: readonly unknown[], path: string, expected: string): void {
  if (list.length === 0) throw new StorageInputError('empty', path, expected, 'none')
}

function checkUnique(names: readonly string[], path: string): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) {
    throw new StorageInputError('duplicate', path, 'each name once', JSON.stringify(twice))
  }
}

function checkNames(found: readonly string[], names: readonly string[], path: string): void {
  const unknown = found.find((name) => !names.includes(name))
  if (unknown !== undefined) {
    const expected = 'columns of the table'
    throw new StorageInputError('unknown_column', path, expected, JSON.stringify(unknown))
  }
}
