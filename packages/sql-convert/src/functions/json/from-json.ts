import { type Bound, boundText } from '../../lower/bound.js'
import { fromJson } from '../../lower/json-value.js'
import { quoted } from '../../postgres/identifier.js'
import type { SparkType } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantText } from '../constant.js'
import { readWithPattern } from '../datetime/pattern/read-with-pattern.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { inferSchema } from './infer-schema.js'
import { optionsOf } from './options.js'
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
  const patterns = patternsOf(call)
  const text = `spark_compat.from_json($1, ${quoted(schema)}${patterns})`
  const value = call.template(text, [argument(call, 0)], { kind: 'variant' })
  return fromJson(value, type)
}

function schemaOf(call: FunctionCall): SparkType {
  const text = constantText(argument(call, 1))
  if (text === undefined) return call.refuse('the schema must be a literal')
  return readSchema(text) ?? call.refuse(`the schema ${text}`)
}

/** Patterns of dates and timestamps, for PostgreSQL; none where Spark's own are meant. */
function patternsOf(call: FunctionCall): string {
  const options = optionsOf(call, 2)
  const known = ['dateFormat', 'timestampFormat', 'mode', 'multiLine']
  for (const [key, value] of options) {
    if (!known.includes(key) || (key === 'mode' && value.toUpperCase() !== 'PERMISSIVE')) {
      call.refuse(`the option ${key}`)
    }
  }
  const patterns = ['date', 'timestamp'].flatMap((kind) => {
    const pattern = options.get(`${kind}Format`)
    return pattern === undefined ? [] : [[kind, shapesOf(call, pattern)]]
  })
  return patterns.length === 0 ? '' : `, ${quoted(JSON.stringify(Object.fromEntries(patterns)))}`
}

function shapesOf(call: FunctionCall, pattern: string): readonly (readonly [string, string])[] {
  const found = readWithPattern(pattern)
  if ('refused' in found) return call.refuse(found.refused)
  return found.map(({ shape, arrangement }) => [shape, arrangement])
}

function schemaOfJson(call: FunctionCall): Bound {
  const text = constantText(argument(call, 0))
  if (text === undefined) return call.refuse('the JSON must be a literal')
  const schema = inferSchema(text)
  return schema === undefined ? call.refuse('text that is no JSON') : boundText(schema)
}
