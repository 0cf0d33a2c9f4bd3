import type { Bound } from '../../lower/bound.js'
import { fromJson, toJson } from '../../lower/json-value.js'
import { quoted } from '../../postgres/identifier.js'
import { isString } from '../../type/kind-of-type.js'
import { postgresType } from '../../type/postgres-type.js'
import { type SparkType, STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantText } from '../constant.js'
import { pathArray, readJsonPath } from '../json/json-path.js'
import { readSchema } from '../json/read-schema.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const VARIANT: SparkType = { kind: 'variant' }

/** VARIANT is jsonb. */
export const VARIANT_RULES: readonly FunctionRule[] = [
  { signature: 'parse_json(string) -> variant', sql: '$1::jsonb' },
  { signature: 'try_parse_json(string) -> variant', sql: 'spark_compat.try_json($1)' },
  { signature: 'variant_get(variant, string) -> variant', lower: variantGet },
  { signature: 'variant_get(variant, string, string) -> variant', lower: variantGet },
  { signature: 'try_variant_get(variant, string) -> variant', lower: variantGet },
  { signature: 'try_variant_get(variant, string, string) -> variant', lower: tryVariantGet },
  {
    signature: 'is_variant_null(variant) -> boolean',
    sql: "coalesce(jsonb_typeof($1) = 'null', FALSE)",
  },
  { signature: 'schema_of_variant(variant) -> string', sql: 'spark_compat.schema_of_variant($1)' },
  { signature: 'to_variant_object(any) -> variant', lower: (call) => toJson(argument(call, 0)) },
]

function at(call: FunctionCall): Bound {
  const path = constantText(argument(call, 1))
  const steps = path === undefined ? undefined : readJsonPath(path)
  if (steps === undefined) return call.refuse('the path must be a literal such as $.a[0].b')
  if (steps.some((step) => typeof step === 'object')) return call.refuse('[*] in the path')
  return call.template(`$1 #> ${quoted(pathArray(steps))}`, [argument(call, 0)], VARIANT)
}

function typeOf(call: FunctionCall): SparkType {
  const text = constantText(argument(call, 2))
  const type = text === undefined ? undefined : readSchema(text)
  return type ?? call.refuse('the type must be a literal')
}

function variantGet(call: FunctionCall): Bound {
  const value = at(call)
  if (call.arguments.length < 3) return value
  const type = typeOf(call)
  return isString(type) ? asText(call, value) : fromJson(value, type)
}

/** Objects and arrays as JSON without blanks. */
function asText(call: FunctionCall, value: Bound): Bound {
  return call.template('spark_compat.variant_text($1)', [value], STRING)
}

function tryVariantGet(call: FunctionCall): Bound {
  const value = at(call)
  const type = typeOf(call)
  if (isString(type)) return asText(call, value)
  if (['array', 'map', 'struct', 'variant'].includes(type.kind)) return fromJson(value, type)
  const target = postgresType(type)
  const text = call.template("$1 #>> '{}'", [value], STRING)
  const name = call.fresh('t')
  // OFFSET 0 keeps the planner from casting a literal that is not valid.
  return call.template(
    `(SELECT CASE WHEN pg_input_is_valid(${name}, '${target}') THEN ${name}::${target} END FROM (SELECT $1 AS ${name} OFFSET 0) AS ${call.fresh('v')})`,
    [text],
    type,
  )
}
