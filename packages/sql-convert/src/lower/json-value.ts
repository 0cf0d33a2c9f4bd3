import type { PgExpression } from '../postgres/expression.js'
import { isJson, isString } from '../type/kind-of-type.js'
import { postgresType } from '../type/postgres-type.js'
import type { SparkType } from '../type/spark-type.js'
import { around, BOUND_NULL, type Bound } from './bound.js'
import { template } from './pg.js'

const AS_JSON: SparkType = { kind: 'variant' }

/**
 * The value as jsonb, for a place in a MAP, a STRUCT or a nested array. NULL stays NULL of SQL: the
 * functions that build jsonb make JSON's null of it. Binary becomes hexadecimal text.
 */
export function toJson(bound: Bound): Bound {
  const { type } = bound
  if (isJson(type)) return bound
  if (bound.constant === null || type.kind === 'void') return json(bound, 'NULL::jsonb')
  if (type.kind === 'binary') return json(bound, "to_jsonb(encode($1, 'hex'))")
  if (type.kind === 'array' && type.element.kind === 'binary') {
    return json(bound, 'spark_compat.bytes_to_json($1)')
  }
  return json(bound, bound.untyped ? 'to_jsonb($1::text)' : 'to_jsonb($1)')
}

/**
 * The value for a place among the arguments of jsonb_build_object and jsonb_build_array, which make
 * jsonb of anything; a string literal goes without its type.
 */
export function toJsonArgument(bound: Bound): Bound {
  const bare = bareText(bound)
  if (bare !== bound || bound.untyped) return bare
  const { type } = bound
  const isBinary = type.kind === 'array' ? type.element.kind === 'binary' : type.kind === 'binary'
  return isBinary || type.kind === 'void' ? toJson(bound) : bound
}

/** `'a'::text` without its type, for a place where Postgres takes it for text anyway. */
export function bareText(bound: Bound): Bound {
  const { pg } = bound
  const isLiteral = pg.kind === 'cast' && pg.type === 'text' && pg.value.kind === 'text'
  return isLiteral ? { ...bound, pg: pg.value } : bound
}

/** A value of jsonb as one of the type that was put in; JSON's null becomes NULL of SQL. */
export function fromJson(value: Bound, type: SparkType): Bound {
  if (type.kind === 'void') return BOUND_NULL
  return around(value, typed(value.pg, type), type)
}

function typed(value: PgExpression, type: SparkType): PgExpression {
  if (type.kind === 'variant') return value
  if (isJson(type) || type.kind === 'unknown') return template("nullif($1, 'null'::jsonb)", value)
  if (type.kind === 'array') return typedArray(value, type.element)
  const text = template("($1 #>> '{}')", value)
  if (isString(type)) return text
  if (type.kind === 'binary') return template("decode($1, 'hex')", text)
  return { kind: 'cast', value: text, type: postgresType(type) }
}

function typedArray(value: PgExpression, element: SparkType): PgExpression {
  if (element.kind === 'binary') return template('spark_compat.json_to_bytes($1)', value)
  const texts = template('spark_compat.json_to_texts($1)', value)
  if (isString(element) || element.kind === 'void' || element.kind === 'unknown') return texts
  return { kind: 'cast', value: texts, type: `${postgresType(element)}[]` }
}

function json(bound: Bound, text: string): Bound {
  return around(bound, template(text, bound.pg), AS_JSON)
}
