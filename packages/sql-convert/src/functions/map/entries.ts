import type { Bound } from '../../lower/bound.js'
import { fromJson, toJsonArgument } from '../../lower/json-value.js'
import { isScalar, isString } from '../../type/kind-of-type.js'
import { postgresType } from '../../type/postgres-type.js'
import { arrayOf, BOOLEAN, type SparkType } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { unlessNull } from '../array/elements.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { ENTRY_ORDER, keyIn, keyOf, mapTypes, noteNested } from './keys.js'

export const MAP_ENTRY_RULES: readonly FunctionRule[] = [
  { signature: 'map_keys(map<K, V>) -> array<K>', lower: mapKeys, ...ENTRY_ORDER },
  { signature: 'map_values(map<K, V>) -> array<V>', lower: mapValues, ...ENTRY_ORDER },
  { signature: 'map_entries(map<K, V>) -> unknown', lower: mapEntries, ...ENTRY_ORDER },
  { signature: 'map_contains_key(map<K, V>, any) -> boolean', lower: containsKey },
  { signature: 'element_at(map<K, V>, any) -> V', lower: element },
  { signature: 'try_element_at(map<K, V>, any) -> V', lower: element },
  { signature: 'map_concat() -> map<void, void>', sql: "'{}'::jsonb" },
  { signature: 'map_concat(map<K, V>…) -> map<K, V>', lower: concat },
]

function mapKeys(call: FunctionCall): Bound {
  const map = argument(call, 0)
  const { key } = mapTypes(map.type)
  const isText = isString(key) || key.kind === 'void' || key.kind === 'unknown'
  const text = `spark_compat.map_keys($1)${isText ? '' : `::${postgresType(key)}[]`}`
  return call.template(text, [map], arrayOf(key))
}

function mapValues(call: FunctionCall): Bound {
  const map = argument(call, 0)
  const values = call.template('spark_compat.map_values($1)', [map], { kind: 'variant' })
  return fromJson(values, arrayOf(mapTypes(map.type).value))
}

function mapEntries(call: FunctionCall): Bound {
  const map = argument(call, 0)
  const { key, value } = mapTypes(map.type)
  const column = call.fresh('k')
  const item = call.fresh('v')
  const type: SparkType = {
    kind: 'struct',
    fields: [
      { name: 'key', type: key },
      { name: 'value', type: value },
    ],
  }
  const from = `jsonb_each($2) AS ${call.fresh('t')}(${column}, ${item})`
  const text = `(SELECT coalesce(jsonb_agg(jsonb_build_object('key', $1, 'value', ${item})), '[]') FROM ${from})`
  const all = call.template(text, [toJsonArgument(keyOf(call, column, key)), map], arrayOf(type))
  return unlessNull(call, all, map)
}

function containsKey(call: FunctionCall): Bound {
  const key = keyIn(call, argument(call, 0), argument(call, 1))
  return call.template('jsonb_exists($1, $2)', [argument(call, 0), key], BOOLEAN)
}

function element(call: FunctionCall): Bound {
  const map = argument(call, 0)
  const values = [map, keyIn(call, map, argument(call, 1))]
  const item = call.template('($1 -> $2)', values, { kind: 'variant' })
  return fromJson(item, mapTypes(map.type).value)
}

/** A later map wins; Spark fails where a key comes twice. */
function concat(call: FunctionCall): Bound {
  const [first = argument(call, 0)] = call.arguments
  const { key } = mapTypes(first.type)
  if (!isScalar(key) && key.kind !== 'unknown') noteNested(call)
  const places = call.arguments.map((_, place) => `$${place + 1}`)
  return call.template(`(${places.join(' || ')})`, call.arguments, first.type)
}
