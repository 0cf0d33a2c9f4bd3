import type { ColumnDefinition } from '../spark/ast/statement.js'
import { parseSparkScript } from '../spark/parse/parse-script.js'
import { UNKNOWN } from '../type/spark-type.js'
import { knownType } from './column-type.js'
import { SchemaError } from './schema-error.js'
import type { SchemaTable } from './schema-table.js'

const CREATES_TABLE =
  /^(?:create|replace)\s+(?:or\s+(?:replace|refresh)\s+)?(?:\w+\s+){0,3}?table\b/i

/** The tables of a Databricks script. */
export function databricksTables(text: string): readonly SchemaTable[] {
  return parseSparkScript(text).flatMap((part) => {
    if ('error' in part) {
      if (!CREATES_TABLE.test(text.slice(part.start, part.end).trimStart())) return []
      throw new SchemaError(part.error.message, text, part.error.span)
    }
    const { statement } = part
    if (statement.kind !== 'create table' || statement.columns.length === 0) return []
    const columns = statement.columns.map((column) => typed(column, text))
    return [{ name: statement.name, columns }]
  })
}

function typed(column: ColumnDefinition, text: string): SchemaTable['columns'][number] {
  const { name, type } = column
  return { name, type: type ? knownType(type, text) : UNKNOWN }
}
