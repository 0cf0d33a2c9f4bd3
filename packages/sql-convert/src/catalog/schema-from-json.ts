import { typeFromText } from './column-type.js'
import { type JsonValue, readJson } from './read-json.js'
import { SchemaError } from './schema-error.js'
import type { SchemaTable } from './schema-table.js'
import { tableNameParts } from './table-name-parts.js'

/**
 * The tables of `[{ "name": "main.shop.orders", "columns": [{ "name": "id", "type": "BIGINT" }] }]`, or
 * of an object with such a list as `tables`. A type may be Databricks' or PostgreSQL's; where both have
 * the name, it is Databricks'. Other keys are passed over.
 *
 * @throws SchemaError
 */
export function schemaFromJson(text: string): readonly SchemaTable[] {
  const root = readJson(text)
  const tables = root.kind === 'object' ? root.entries.get('tables') : root
  return itemsOf(tables ?? root, 'a list of tables', text).map((table) => readTable(table, text))
}

function readTable(table: JsonValue, text: string): SchemaTable {
  const { value, place } = needText(table, 'name', 'a table', text)
  const columns = table.kind === 'object' ? table.entries.get('columns') : undefined
  if (!columns) throw new SchemaError(`the table ${value} has no "columns"`, text, table)
  const name = tableNameParts(value)
  if (!name) throw new SchemaError(`not the name of a table: ${value}`, text, place)
  const list = itemsOf(columns, `the columns of ${value}`, text)
  return { name, columns: list.map((column) => readColumn(column, text)) }
}

function readColumn(column: JsonValue, text: string): SchemaTable['columns'][number] {
  const name = needText(column, 'name', 'a column', text)
  const type = needText(column, 'type', `the column ${name.value}`, text)
  return { name: name.value, type: typeFromText(type.value, text, type.place) }
}

function itemsOf(value: JsonValue, what: string, text: string): readonly JsonValue[] {
  if (value.kind === 'array') return value.items
  throw new SchemaError(
    `${what} was expected as [ … ]`,
    text,
    { start: value.start, end: value.start + 1 },
    'Write [{"name": "main.shop.orders", "columns": [{"name": "id", "type": "BIGINT"}]}].',
  )
}

function needText(
  object: JsonValue,
  key: string,
  what: string,
  text: string,
): { readonly value: string; readonly place: JsonValue } {
  const found = object.kind === 'object' ? object.entries.get(key) : undefined
  const isText = found?.kind === 'scalar' && typeof found.value === 'string' && found.value !== ''
  if (isText) return { value: String(found.value), place: found }
  const place = found ?? { start: object.start, end: object.start + 1 }
  throw new SchemaError(`${what} needs "${key}" as a text`, text, place)
}
