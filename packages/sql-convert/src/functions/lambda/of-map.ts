import type { Bound } from '../../lower/bound.js'
import { fromJson, toJson } from '../../lower/json-value.js'
import { isScalar } from '../../type/kind-of-type.js'
import { type SparkType, STRING, UNKNOWN } from '../../type/spark-type.js'
import { typeText } from '../../type/type-text.js'
import { widerType } from '../../type/wider-type.js'
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
  const types = [mapTypes(one.type), mapTypes(other.type)] as const
  const keyType = widerType(types[0].key, types[1].key)
  if (!keyType) return call.refuse('keys of types that do not go together')
  const key = call.fresh('k')
  const sides = [one, other].map((map, place) => sideOf(call, map, key, keyType, place + 1))
  const values = sides.map(({ column }, place) =>
    typedValue(column, types[place]?.value ?? UNKNOWN),
  )
  const merged = call.lambda(2, [keyOf(call, key, keyType), ...values])
  const from = `${sides.map(({ from }) => from).join(' FULL JOIN ')} USING (${key})`
  const text = `(SELECT coalesce(jsonb_object_agg(${key}, $5), '{}') FROM ${from})`
  const result: SparkType = { kind: 'map', key: keyType, value: merged.type }
  const given = [one, other, ...sides.map((side) => side.key), toJson(merged)]
  return unlessNull(call, call.template(text, given, result), one, other)
}

/** The entries of a map, with keys as those of the wider type are written. */
function sideOf(
  call: FunctionCall,
  map: Bound,
  key: string,
  wide: SparkType,
  place: number,
): { readonly from: string; readonly column: string; readonly key: Bound } {
  const { key: type } = mapTypes(map.type)
  const [own, column, alias] = [call.fresh('k'), call.fresh('v'), call.fresh('t')]
  if (isSameText(type, wide)) {
    const from = `jsonb_each($${place}) AS ${alias}(${key}, ${column})`
    return { from, column, key: keyOf(call, own, STRING) }
  }
  if (!isScalar(type)) return call.refuse('nested keys of different types')
  const text = keyText(call, call.cast(keyOf(call, own, type), wide))
  const rows = `SELECT $${place + 2}, ${column} FROM jsonb_each($${place}) AS ${call.fresh('t')}(${own}, ${column})`
  return { from: `(${rows}) AS ${alias}(${key}, ${column})`, column, key: text }
}

/** Whether keys of two types are written alike: whole numbers are, whatever their size. */
function isSameText(one: SparkType, other: SparkType): boolean {
  const text = (type: SparkType) =>
    typeText(type).replaceAll(/\b(?:tinyint|smallint|bigint)\b/g, 'int')
  return text(one) === text(other)
}
