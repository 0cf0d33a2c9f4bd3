import type { Bound } from '../../lower/bound.js'
import { bareText } from '../../lower/json-value.js'
import { isScalar, isString } from '../../type/kind-of-type.js'
import { postgresType } from '../../type/postgres-type.js'
import { type SparkType, STRING, UNKNOWN } from '../../type/spark-type.js'
import type { FunctionCall } from '../rule.js'

/** Keys of a map are text in jsonb; an argument that is one becomes that. */
export function keyText(call: FunctionCall, key: Bound): Bound {
  if (!isScalar(key.type) && key.type.kind !== 'unknown') {
    return call.refuse(`keys of type ${key.type.kind} have no text in jsonb`)
  }
  const bare = bareText(key)
  if (bare !== key || key.untyped) return bare
  return call.cast(key, STRING)
}

/** A column of key texts as values of the key's type. */
export function keyOf(call: FunctionCall, column: string, type: SparkType): Bound {
  const name: Bound = { pg: { kind: 'name', parts: [column] }, type: STRING }
  if (isString(type) || type.kind === 'void' || type.kind === 'unknown') return name
  if (!isScalar(type) || type.kind === 'binary') return call.refuse(`keys of type ${type.kind}`)
  return call.template(`$1::${postgresType(type)}`, [name], type)
}

export function mapTypes(type: SparkType): { readonly key: SparkType; readonly value: SparkType } {
  return type.kind === 'map' ? type : { key: UNKNOWN, value: UNKNOWN }
}

/** What is said of every function that shows the entries one after the other. */
export const ENTRY_ORDER = {
  grade: 'equivalent',
  because:
    'the entries of a map come in the order of jsonb (by the length of the key, then by its bytes)',
} as const
