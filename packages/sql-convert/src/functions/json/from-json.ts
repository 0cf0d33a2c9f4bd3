import { type Bound, boundText } from '../../lower/bound.js'
import { fromJson } from '../../lower/json-value.js'
import { quoted } from '../../postgres/identifier.js'
import type { SparkType } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantText } from '../constant.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { inferSchema } from './infer-schema.js'
import { optionsOf } from './options.js'
import { readingPatterns } from './patterns.js'
import { readSchema } from './read-schema.js'
import { schemaText } from './schema-text.js'

/** JSON in a text as values of types. Fields that do not fit are NULL (Spark's mode PERMISSIVE). */
export const FROM_JSON_RULES: readonly FunctionRule[] = [
  { signature: 'from_json(string, string) -> variant', lower: fromJsonText },
  { signature: 'from_json(string, string, any) -> variant', lower: fromJsonText },
  { signature: 'schema_of_json(string) -> string', lower: schemaOfJson },
]

function fromJsonText(call: FunctionCall): Bound {
  const type = schemaOf(call)
  const schema = schemaText(type)
  if (schema === undefined) return call.refuse('a schema with types that JSON has no values of')
  const patterns = readingPatterns(call, optionsOf(call, 2))
  const more = patterns === undefined ? '' : `, ${patterns}`
  const text = `spark_compat.from_json($1, ${quoted(schema)}${more})`
  const value = call.template(text, [argument(call, 0)], { kind: 'variant' })
  return fromJson(value, type)
}

function schemaOf(call: FunctionCall): SparkType {
  const text = constantText(argument(call, 1))
  if (text === undefined) return call.refuse('the schema must be a literal')
  return readSchema(text) ?? call.refuse(`the schema ${text}`)
}

function schemaOfJson(call: FunctionCall): Bound {
  const text = constantText(argument(call, 0))
  if (text === undefined) return call.refuse('the JSON must be a literal')
  const schema = inferSchema(text)
  return schema === undefined ? call.refuse('text that is no JSON') : boundText(schema)
}
