import type { Bound } from '../../lower/bound.js'
import { toJson, toJsonArgument } from '../../lower/json-value.js'
import { quoted } from '../../postgres/identifier.js'
import type { SparkType } from '../../type/spark-type.js'
import { UNKNOWN, VOID } from '../../type/spark-type.js'
import { widestType } from '../../type/wider-type.js'
import { argument } from '../aggregate/known.js'
import { elementsOf, unlessNull } from '../array/elements.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { keyText } from './keys.js'

export const MAP_CONSTRUCT_RULES: readonly FunctionRule[] = [
  { signature: 'map() -> map<void, void>', lower: emptyMap },
  { signature: 'map(any, any…) -> unknown', lower: map },
  { signature: 'map_from_arrays(array<K>, array<V>) -> map<K, V>', lower: fromArrays },
  { signature: 'map_from_entries(array<J>) -> unknown', lower: fromEntries },
  { signature: 'str_to_map(string) -> map<string, string>', sql: 'spark_compat.str_to_map($1)' },
  {
    signature: 'str_to_map(string, string) -> map<string, string>',
    sql: 'spark_compat.str_to_map($1, $2)',
  },
  {
    signature: 'str_to_map(string, string, string) -> map<string, string>',
    sql: 'spark_compat.str_to_map($1, $2, $3)',
  },
]

function emptyMap(call: FunctionCall): Bound {
  return call.template("'{}'::jsonb", [], { kind: 'map', key: VOID, value: VOID })
}

function map(call: FunctionCall): Bound {
  if (call.arguments.length % 2 > 0) return call.refuse('a key without a value')
  const keys = common(
    call,
    call.arguments.filter((_, place) => place % 2 === 0),
  )
  const values = common(
    call,
    call.arguments.filter((_, place) => place % 2 > 0),
  )
  const items = keys.items.flatMap((key, place) => {
    const value = values.items[place]
    return value ? [keyText(call, key), toJsonArgument(value)] : []
  })
  const type: SparkType = { kind: 'map', key: keys.type, value: values.type }
  const places = items.map((_, place) => `$${place + 1}`).join(', ')
  return call.template(`jsonb_build_object(${places})`, items, type)
}

/** Values of one type: the widest of theirs. */
function common(
  call: FunctionCall,
  values: readonly Bound[],
): { readonly items: readonly Bound[]; readonly type: SparkType } {
  const type =
    widestType(values.map((value) => value.type)) ?? call.refuse('types that do not go together')
  return { items: values.map((value) => (type === UNKNOWN ? value : call.cast(value, type))), type }
}

function fromArrays(call: FunctionCall): Bound {
  const [first, second] = [argument(call, 0), argument(call, 1)]
  const [keys, values] = [elementsOf(call, first), elementsOf(call, second)]
  const rows = `${keys.rows}, ${values.rows.replace('$1', '$2')}`
  const from = `ROWS FROM (${rows}) AS ${call.fresh('t')}(${keys.column}, ${values.column})`
  const items = [first, second, keyText(call, keys.element), toJson(values.element)]
  const type: SparkType = { kind: 'map', key: keys.element.type, value: values.element.type }
  const text = `(SELECT coalesce(jsonb_object_agg($3, $4), '{}') FROM ${from})`
  return unlessNull(call, call.template(text, items, type), first, second)
}

function fromEntries(call: FunctionCall): Bound {
  const array = argument(call, 0)
  const struct = array.type.kind === 'array' ? array.type.element : UNKNOWN
  const [key, value] = struct.kind === 'struct' ? struct.fields : []
  if (!key || !value) return call.refuse('the array must be of structs of key and value')
  const entry = call.fresh('x')
  const from = `jsonb_array_elements($1) AS ${call.fresh('t')}(${entry})`
  const item = `${entry} ->> ${quoted(key.name)}, ${entry} -> ${quoted(value.name)}`
  const type: SparkType = { kind: 'map', key: key.type, value: value.type }
  const text = `(SELECT coalesce(jsonb_object_agg(${item}), '{}') FROM ${from})`
  return unlessNull(call, call.template(text, [array], type), array)
}
