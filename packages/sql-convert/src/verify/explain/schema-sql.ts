import type { SchemaTable } from '../../catalog/schema-table.js'
import { identifier, qualified } from '../../postgres/identifier.js'
import { postgresType } from '../../type/postgres-type.js'

/** Creates the tables of a schema where they are missing; names as the conversion writes them. */
export function schemaSql(schema: readonly SchemaTable[]): readonly string[] {
  return schema.flatMap(({ name, columns }) => {
    const own = name.at(-2)?.toLowerCase() === 'default' ? name.slice(-1) : name.slice(-2)
    const list = columns.map(
      (column) => `${identifier(column.name ?? '')} ${postgresType(column.type)}`,
    )
    const [schemaName] = own.length > 1 ? own : []
    return [
      ...(schemaName === undefined
        ? []
        : [`CREATE SCHEMA IF NOT EXISTS ${identifier(schemaName)}`]),
      `CREATE TABLE IF NOT EXISTS ${qualified(own)} (${list.join(', ')})`,
    ]
  })
}
