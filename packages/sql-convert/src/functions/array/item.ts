import type { Bound } from '../../lower/bound.js'
import { fromJson, toJson } from '../../lower/json-value.js'
import { isJson } from '../../type/kind-of-type.js'
import { BIGINT, BOOLEAN } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { sortKeys } from '../aggregate/sort-keys.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { elementType } from './elements.js'

/** One element: taken, looked for, put in, left out. */
export const ITEM_RULES: readonly FunctionRule[] = [
  { signature: 'element_at(array<T>, int) -> T', lower: elementAt, grade: 'equivalent' },
  { signature: 'element_at(unknown, int) -> unknown', sql: 'spark_compat.element_at($1, $2)' },
  { signature: 'element_at(unknown, string) -> unknown', sql: 'spark_compat.element_at($1, $2)' },
  { signature: 'try_element_at(unknown, int) -> unknown', sql: 'spark_compat.element_at($1, $2)' },
  { signature: 'try_element_at(array<T>, int) -> T', lower: elementAt },
  { signature: 'get(array<T>, int) -> T', lower: get },
  { signature: 'array_contains(array<T>, T) -> boolean', lower: contains },
  { signature: 'array_position(array<T>, T) -> bigint', lower: position },
  { signature: 'array_append(array<T>, T) -> array<T>', lower: append },
  { signature: 'array_prepend(array<T>, T) -> array<T>', lower: append },
  { signature: 'array_remove(array<T>, T) -> array<T>', lower: withItem },
  { signature: 'array_insert(array<T>, int, T) -> array<T>', lower: insert },
  { signature: 'array_max(array<T>) -> T', lower: extreme },
  { signature: 'array_min(array<T>) -> T', lower: extreme },
]

/** Counted from 1, or from the end; beyond it Spark fails (without `try_`) and this is NULL. */
function elementAt(call: FunctionCall): Bound {
  const [array, place] = [argument(call, 0), argument(call, 1)]
  const type = elementType(array.type)
  if (isJson(array.type)) {
    const item = call.template('spark_compat.element_at($1, $2)', [array, place], {
      kind: 'variant',
    })
    return fromJson(item, type)
  }
  const isPlain = typeof place.constant === 'number' && place.constant > 0
  return call.template(
    isPlain ? '($1)[$2]' : 'spark_compat.element_at($1, $2)',
    [array, place],
    type,
  )
}

/** Counted from 0. */
function get(call: FunctionCall): Bound {
  const [array, place] = [argument(call, 0), argument(call, 1)]
  const type = elementType(array.type)
  if (!isJson(array.type)) return call.template('($1)[$2 + 1]', [array, place], type)
  const text = 'CASE WHEN $2 >= 0 THEN $1 -> $2 END'
  return fromJson(call.template(text, [array, place], { kind: 'variant' }), type)
}

function contains(call: FunctionCall): Bound {
  const [array, item] = [argument(call, 0), inArray(call, 1)]
  const text = isJson(array.type) ? 'spark_compat.array_contains($1, $2)' : '($2 = ANY ($1))'
  return call.template(text, [array, item], BOOLEAN)
}

function position(call: FunctionCall): Bound {
  const values = [argument(call, 0), inArray(call, 1)]
  return call.template('spark_compat.array_position($1, $2)', values, BIGINT)
}

function withItem(call: FunctionCall): Bound {
  const array = argument(call, 0)
  return call.template(`spark_compat.${call.name}($1, $2)`, [array, inArray(call, 1)], array.type)
}

function append(call: FunctionCall): Bound {
  const [array, item] = [argument(call, 0), inArray(call, 1)]
  const isLast = call.name === 'array_append'
  if (isJson(array.type)) {
    const one = 'jsonb_build_array($2)'
    return call.template(isLast ? `($1 || ${one})` : `(${one} || $1)`, [array, item], array.type)
  }
  const added = isLast ? 'array_append($1, $2)' : 'array_prepend($2, $1)'
  const text = array.pg.kind === 'array' ? added : `CASE WHEN $1 IS NOT NULL THEN ${added} END`
  return call.template(text, [array, item], array.type)
}

function insert(call: FunctionCall): Bound {
  const array = argument(call, 0)
  const values = [array, argument(call, 1), inArray(call, 2)]
  return call.template('spark_compat.array_insert($1, $2, $3)', values, array.type)
}

function extreme(call: FunctionCall): Bound {
  const array = argument(call, 0)
  const type = elementType(array.type)
  if (isJson(array.type)) {
    const order = call.name === 'array_max' ? 'DESC' : 'ASC'
    return extremeOfJson(call, array, order)
  }
  return call.template(`spark_compat.${call.name}($1)`, [array], type)
}

function extremeOfJson(call: FunctionCall, array: Bound, order: 'ASC' | 'DESC'): Bound {
  const type = elementType(array.type)
  if (type.kind !== 'struct') return call.refuse(`elements of type ${type.kind} have no order here`)
  const column = call.fresh('x')
  const element: Bound = { pg: { kind: 'name', parts: [column] }, type }
  const keys = sortKeys(call, element, order === 'DESC')
  const items = keys.map(
    (key, place) =>
      `$${place + 2}${key.descending ? ' DESC' : ''} NULLS ${key.nulls?.toUpperCase()}`,
  )
  const text = `(SELECT ${column} FROM jsonb_array_elements($1) AS _e(${column}) WHERE jsonb_typeof(${column}) <> 'null' ORDER BY ${items.join(', ')} LIMIT 1)`
  return call.template(text, [array, ...keys.map(({ value }) => value)], type)
}

/** An item as it is in the array: as jsonb where that is jsonb. */
function inArray(call: FunctionCall, place: number): Bound {
  const item = argument(call, place)
  return isJson(argument(call, 0).type) ? toJson(item) : item
}
