import type { Bound } from '../../lower/bound.js'
import { fromJson, toJson } from '../../lower/json-value.js'
import { isInteger } from '../../type/kind-of-type.js'
import { isSameType } from '../../type/same-type.js'
import type { SparkType } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { unlessNull, withoutGuard } from '../array/elements.js'
import { keyOf, keyText, mapTypes } from '../map/keys.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { truth } from './of-array.js'

export const LAMBDA_OF_MAP_RULES: readonly FunctionRule[] = [
  { signature: 'map_filter(map<K, V>, lambda) -> map<K, V>', lower: mapFilter },
  { signature: 'transform_keys(map<K, V>, lambda) -> unknown', lower: transformKeys },
  { signature: 'transform_values(map<K, V>, lambda) -> unknown', lower: transformValues },
  { signature: 'map_zip_with(map<K, V>, map<L, U>, lambda) -> unknown', lower: mapZipWith },
]

interface Entries {
  readonly key: Bound
  readonly value: Bound
  readonly keyColumn: string
  readonly valueColumn: string
  /** FROM; `$1` is the map. */
  readonly from: string
}

function entriesOf(call: FunctionCall, map: Bound): Entries {
  const types = mapTypes(map.type)
  const [keyColumn, valueColumn] = [call.fresh('k'), call.fresh('v')]
  return {
    key: keyOf(call, keyColumn, types.key),
    value: typedValue(valueColumn, types.value),
    keyColumn,
    valueColumn,
    from: `jsonb_each($1) AS ${call.fresh('t')}(${keyColumn}, ${valueColumn})`,
  }
}

function typedValue(column: string, type: SparkType): Bound {
  return fromJson({ pg: { kind: 'name', parts: [column] }, type: { kind: 'variant' } }, type)
}

function mapFilter(call: FunctionCall): Bound {
  const given = argument(call, 0)
  const map = withoutGuard(given)
  const { key, value, keyColumn, valueColumn, from } = entriesOf(call, map)
  const condition = truth(call, call.lambda(1, [key, value]))
  const text = `(SELECT coalesce(jsonb_object_agg(${keyColumn}, ${valueColumn}), '{}') FROM ${from} WHERE $2)`
  return unlessNull(call, call.template(text, [map, condition], map.type), given)
}

function transformKeys(call: FunctionCall): Bound {
  const given = argument(call, 0)
  const map = withoutGuard(given)
  const { key, value, valueColumn, from } = entriesOf(call, map)
  const changed = call.lambda(1, [key, value])
  const type: SparkType = { kind: 'map', key: changed.type, value: mapTypes(map.type).value }
  const text = `(SELECT coalesce(jsonb_object_agg($2, ${valueColumn}), '{}') FROM ${from})`
  return unlessNull(call, call.template(text, [map, keyText(call, changed)], type), given)
}

function transformValues(call: FunctionCall): Bound {
  const given = argument(call, 0)
  const map = withoutGuard(given)
  const { key, value, keyColumn, from } = entriesOf(call, map)
  const changed = call.lambda(1, [key, value])
  const type: SparkType = { kind: 'map', key: mapTypes(map.type).key, value: changed.type }
  const text = `(SELECT coalesce(jsonb_object_agg(${keyColumn}, $2), '{}') FROM ${from})`
  return unlessNull(call, call.template(text, [map, toJson(changed)], type), given)
}

/** Each key of either map, with NULL for the value that is missing. */
function mapZipWith(call: FunctionCall): Bound {
  const [one, other] = [argument(call, 0), argument(call, 1)]
  const [key, first, second] = [call.fresh('k'), call.fresh('v'), call.fresh('v')]
  const type = mapTypes(one.type)
  const otherKey = mapTypes(other.type).key
  const isSame = isSameType(type.key, otherKey) || (isInteger(type.key) && isInteger(otherKey))
  if (!isSame)
    return call.refuse('keys of different types', 'Make the keys of one map those of the other.')
  const values = [typedValue(first, type.value), typedValue(second, mapTypes(other.type).value)]
  const merged = call.lambda(2, [keyOf(call, key, type.key), ...values])
  const from = [
    `jsonb_each($1) AS ${call.fresh('t')}(${key}, ${first})`,
    `FULL JOIN jsonb_each($2) AS ${call.fresh('t')}(${key}, ${second}) USING (${key})`,
  ].join(' ')
  const text = `(SELECT coalesce(jsonb_object_agg(${key}, $3), '{}') FROM ${from})`
  const result: SparkType = { kind: 'map', key: type.key, value: merged.type }
  const all = call.template(text, [one, other, toJson(merged)], result)
  return unlessNull(call, all, one, other)
}
