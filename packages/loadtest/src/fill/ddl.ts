import { quoteName } from './quote.js'
import type { TypedTable } from './typed-table.js'

export function schemaStatement(schema: string): string {
  return `CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)}`
}

/** Without the key, which is faster to make when the rows are there. */
export function createStatement({ columns, sqlName }: TypedTable): string {
  const lines = columns.map(
    ({ name, type, nullable }) =>
      `  ${quoteName(name)} ${type.postgres}${nullable ? '' : ' NOT NULL'}`,
  )
  return `CREATE TABLE ${sqlName} (\n${lines.join(',\n')}\n)`
}

export function keyStatement({ primaryKeys, sqlName }: TypedTable): string {
  return `ALTER TABLE ${sqlName} ADD PRIMARY KEY (${primaryKeys.map(quoteName).join(', ')})`
}

/** VACUUM too, as autovacuum would have done by the time that an application reads the table. */
export function analyzeStatement({ sqlName }: TypedTable): string {
  return `VACUUM (ANALYZE) ${sqlName}`
}
