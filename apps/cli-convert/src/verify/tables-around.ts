import { SchemaError, type SchemaTable, schemaFromDdl } from '@lakebase/sql-convert'
import type { ConvertedSource } from '../convert-sources.js'

/** Tables that are there before a source runs: the schema's and those of the sources before it. */
export function tablesAround(
  converted: readonly ConvertedSource[],
  schema: readonly SchemaTable[],
  index: number,
): readonly SchemaTable[] {
  const earlier = converted.slice(0, index).flatMap(({ source }) => tablesOf(source.text))
  // What a script creates itself must not be there before.
  const own = new Set(tablesOf(converted[index]?.source.text ?? '').map(lastName))
  return [...schema, ...earlier].filter((table) => !own.has(lastName(table)))
}

function lastName({ name }: SchemaTable): string {
  return name.at(-1)?.toLowerCase() ?? ''
}

/** The tables that a source creates; a CREATE TABLE that cannot be read is told elsewhere. */
function tablesOf(text: string): readonly SchemaTable[] {
  if (!/\btable\b/i.test(text)) return []
  try {
    return schemaFromDdl(text)
  } catch (error) {
    if (error instanceof SchemaError) return []
    throw error
  }
}
