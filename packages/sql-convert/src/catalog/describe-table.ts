import { typeFromText } from './column-type.js'
import { SchemaError } from './schema-error.js'
import type { SchemaTable } from './schema-table.js'
import { tableNameParts } from './table-name-parts.js'

/**
 * One table from the texts of its name and types, as a workload file or a catalog gives them. Types may
 * be Databricks' or PostgreSQL's; where both have the name, it is Databricks'.
 *
 * @throws SchemaError whose place is one in the name or the type
 * @example
 * describeTable('main.shop.orders', [{ name: 'id', type: 'BIGINT' }])
 */
export function describeTable(
  name: string,
  columns: readonly { readonly name: string; readonly type: string }[],
): SchemaTable {
  const parts = tableNameParts(name)
  const whole = { start: 0, end: name.length }
  if (!parts) throw new SchemaError(`not the name of a table: ${name}`, name, whole)
  return {
    name: parts,
    columns: columns.map(({ name: column, type }) => ({
      name: column,
      type: typeFromText(type, type, { start: 0, end: type.length }),
    })),
  }
}
