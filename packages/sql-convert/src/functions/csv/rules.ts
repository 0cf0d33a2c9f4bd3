import { type Bound, boundText } from '../../lower/bound.js'
import { fromJson } from '../../lower/json-value.js'
import { quoted } from '../../postgres/identifier.js'
import { STRING, type StructType } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantText } from '../constant.js'
import { jsonText } from '../json/json-text.js'
import { optionsOf } from '../json/options.js'
import { readingPatterns, writingStyle } from '../json/patterns.js'
import { readSchema } from '../json/read-schema.js'
import { schemaText } from '../json/schema-text.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { inferCsvSchema } from './infer-schema.js'
import { separatorOf } from './separator.js'

type Field = StructType['fields'][number]

/** Lines of CSV. */
export const CSV_RULES: readonly FunctionRule[] = [
  { signature: 'from_csv(string, string) -> variant', lower: fromCsv },
  { signature: 'from_csv(string, string, any) -> variant', lower: fromCsv },
  { signature: 'schema_of_csv(string) -> string', lower: schemaOfCsv },
  { signature: 'schema_of_csv(string, any) -> string', lower: schemaOfCsv },
  { signature: 'to_csv(struct) -> string', lower: toCsv },
  { signature: 'to_csv(struct, any) -> string', lower: toCsv },
]

function fromCsv(call: FunctionCall): Bound {
  const text = constantText(argument(call, 1))
  const type = text === undefined ? undefined : readSchema(text)
  if (type?.kind !== 'struct') return call.refuse('the schema must be a literal list of fields')
  const fields = type.fields.map(({ name, type }) => [name, schemaText(type)?.replaceAll('"', '')])
  if (type.fields.some(({ type }) => !schemaText(type)?.startsWith('"'))) {
    return call.refuse('a schema with types that CSV has no values of')
  }
  const options = optionsOf(call, 2)
  const separator = quoted(separatorOf(call, options))
  const patterns = readingPatterns(call, options, ['sep', 'delimiter'])
  const value = call.template(
    `spark_compat.from_csv($1, ${quoted(JSON.stringify(fields))}, ${separator}, ${patterns ?? "'{}'"})`,
    [argument(call, 0)],
    { kind: 'variant' },
  )
  return fromJson(value, type)
}

function schemaOfCsv(call: FunctionCall): Bound {
  const line = constantText(argument(call, 0))
  if (line === undefined) return call.refuse('the CSV must be a literal')
  return boundText(inferCsvSchema(line, separatorOf(call, optionsOf(call, 1))))
}

function toCsv(call: FunctionCall): Bound {
  const value = argument(call, 0)
  if (value.type.kind !== 'struct') return call.refuse('a value without fields')
  const options = optionsOf(call, 1)
  const separator = quoted(separatorOf(call, options))
  const style = writingStyle(call, options, ['sep', 'delimiter'])
  const name = call.fresh('c')
  const cells = value.type.fields.map((field) => {
    const text = cellText(name, field, separator)
    if (text !== undefined) return `coalesce(${text}, '')`
    const json = jsonText(`(${name} -> ${quoted(field.name)})`, field.type, true, style)
    if (json === undefined || !isFlat(field)) return call.refuse(`a field of ${field.type.kind}`)
    return `coalesce(btrim(${json}, '"'), '')`
  })
  // A single field that is NULL gives no line at all.
  const joined = `concat_ws(${[separator, ...cells].join(', ')})`
  const whole = cells.length === 1 ? `nullif(${joined}, '')` : joined
  const line = `CASE WHEN ${name} IS NOT NULL THEN ${whole} END`
  return call.template(
    `(SELECT ${line} FROM (SELECT $1 AS ${name}) AS ${call.fresh('v')})`,
    [value],
    STRING,
  )
}

function cellText(name: string, field: Field, separator: string): string | undefined {
  if (!['string', 'char', 'varchar'].includes(field.type.kind)) return undefined
  return `spark_compat.csv_cell(${name} ->> ${quoted(field.name)}, ${separator})`
}

function isFlat({ type }: Field): boolean {
  return !['array', 'map', 'struct', 'variant', 'binary'].includes(type.kind)
}
