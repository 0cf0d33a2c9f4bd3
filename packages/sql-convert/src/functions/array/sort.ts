import { BOUND_NULL, type Bound } from '../../lower/bound.js'
import { isJson } from '../../type/kind-of-type.js'
import { BOOLEAN } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { sortKeys } from '../aggregate/sort-keys.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { elementsOf, gathered, unlessNull, withoutGuard } from './elements.js'

export const SORT_RULES: readonly FunctionRule[] = [
  { signature: 'sort_array(array<T>) -> array<T>', lower: (call) => sorted(call, 'first') },
  { signature: 'sort_array(array<T>, boolean) -> array<T>', lower: sortArray },
  { signature: 'array_sort(array<T>) -> array<T>', lower: (call) => sorted(call, 'last') },
  { signature: 'array_sort(array<T>, lambda) -> array<T>', lower: sortedBy },
]

function sortArray(call: FunctionCall): Bound {
  const { constant } = argument(call, 1)
  if (constant === null) return call.cast(BOUND_NULL, argument(call, 0).type)
  if (typeof constant !== 'boolean') return call.refuse('the order must be TRUE or FALSE')
  return sorted(call, constant ? 'first' : 'last', !constant)
}

function sorted(call: FunctionCall, nulls: 'first' | 'last', descending = false): Bound {
  const array = argument(call, 0)
  const text = `spark_compat.${descending ? 'sort_down' : nulls === 'first' ? 'sort_up' : 'array_sort'}($1)`
  if (!isJson(array.type)) return call.template(text, [array], array.type)
  const inner = withoutGuard(array)
  const { rows, column, element } = elementsOf(call, inner)
  const keys = sortKeys(call, element, descending)
  const order = [
    `jsonb_typeof(${column}) = 'null'${nulls === 'first' ? ' DESC' : ''}`,
    ...keys.map(
      (key, place) => `$${place + 3}${descending ? ' DESC' : ''} NULLS ${key.nulls?.toUpperCase()}`,
    ),
  ]
  const from = `${rows.replace('$1', '$2')} AS ${call.fresh('t')}(${column})`
  const plain: Bound = { pg: { kind: 'name', parts: [column] }, type: element.type }
  const values = [inner, ...keys.map(({ value }) => value)]
  return unlessNull(call, gathered(call, plain, from, order.join(', '), values), array)
}

/** An element stands behind all those that the comparison puts before it. */
function sortedBy(call: FunctionCall): Bound {
  const given = argument(call, 0)
  const array = withoutGuard(given)
  const [one, other] = [elementsOf(call, array), elementsOf(call, array)]
  const compared = call.lambda(1, [other.element, one.element])
  const isBefore = call.template('($1 < 0)', [compared], BOOLEAN)
  const place = call.fresh('n')
  const from = `${one.rows.replace('$1', '$2')} WITH ORDINALITY AS ${call.fresh('t')}(${one.column}, ${place})`
  const count = `(SELECT count(*) FROM ${other.rows.replace('$1', '$2')} AS ${call.fresh('t')}(${other.column}) WHERE $3)`
  const plain: Bound = { pg: { kind: 'name', parts: [one.column] }, type: one.element.type }
  const all = gathered(call, plain, from, `${count}, ${place}`, [array, isBefore])
  return unlessNull(call, all, given)
}
