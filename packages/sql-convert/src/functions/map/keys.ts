import type { Bound } from '../../lower/bound.js'
import { bareText, fromJson, toJson } from '../../lower/json-value.js'
import { isInteger, isNumeric, isScalar, isString } from '../../type/kind-of-type.js'
import { postgresType } from '../../type/postgres-type.js'
import { isSameType } from '../../type/same-type.js'
import { type SparkType, STRING, UNKNOWN } from '../../type/spark-type.js'
import type { FunctionCall } from '../rule.js'

/** Keys of a map are text in jsonb; an argument that is one becomes that. */
export function keyText(call: FunctionCall, key: Bound): Bound {
  if (!isScalar(key.type) && key.type.kind !== 'unknown') {
    noteNested(call)
    return call.template('$1::text', [toJson(key)], STRING)
  }
  const bare = bareText(key)
  if (bare !== key || key.untyped) return bare
  return call.cast(key, STRING)
}

/** A column of key texts as values of the key's type. */
export function keyOf(call: FunctionCall, column: string, type: SparkType): Bound {
  const name: Bound = { pg: { kind: 'name', parts: [column] }, type: STRING }
  if (isString(type) || type.kind === 'void' || type.kind === 'unknown') return name
  if (type.kind === 'binary') return call.template("convert_to($1, 'UTF8')", [name], type)
  if (!isScalar(type)) {
    noteNested(call)
    return fromJson(call.template('$1::jsonb', [name], { kind: 'variant' }), type)
  }
  return call.template(`$1::${postgresType(type)}`, [name], type)
}

export function noteNested(call: FunctionCall): void {
  call.note('equivalent', 'A key of a map that is nested itself is kept as the text of its JSON.')
}

/** A key to look for: a number of another type is written as those in the map are. */
export function keyIn(call: FunctionCall, map: Bound, key: Bound): Bound {
  const { key: wanted } = mapTypes(map.type)
  if (wanted.kind === 'unknown' || isSameType(wanted, key.type)) return keyText(call, key)
  if (isInteger(wanted) && !isInteger(key.type) && isNumeric(key.type)) {
    return call.template('trim_scale($1::numeric)::text', [key], STRING)
  }
  return keyText(call, call.cast(key, wanted))
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
