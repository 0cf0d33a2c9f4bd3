import type { Bound } from '../../lower/bound.js'
import { BOOLEAN } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { elementsOf, gathered, placeOf, unlessNull, withoutGuard } from '../array/elements.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const EXISTS: readonly FunctionRule[] = [
  { signature: 'exists(array<T>, lambda) -> boolean', lower: (call) => quantified(call, 'ANY') },
]

export const LAMBDA_OF_ARRAY_RULES: readonly FunctionRule[] = [
  { signature: 'transform(array<T>, lambda) -> unknown', lower: transform },
  { signature: 'filter(array<T>, lambda) -> array<T>', lower: filter },
  ...EXISTS,
  ...renamed(EXISTS, 'exists', 'any_match'),
  { signature: 'forall(array<T>, lambda) -> boolean', lower: (call) => quantified(call, 'ALL') },
  { signature: 'zip_with(array<T>, array<U>, lambda) -> unknown', lower: zipWith },
]

function transform(call: FunctionCall): Bound {
  const given = argument(call, 0)
  const array = withoutGuard(given)
  const { rows, column, element } = elementsOf(call, array)
  const place = call.fresh('n')
  const item = call.lambda(1, [element, placeOf(place)])
  const from = `${rows.replace('$1', '$2')} WITH ORDINALITY AS ${call.fresh('t')}(${column}, ${place})`
  return unlessNull(call, gathered(call, item, from, place, [array]), given)
}

function filter(call: FunctionCall): Bound {
  const given = argument(call, 0)
  const array = withoutGuard(given)
  const { rows, column, element } = elementsOf(call, array)
  const place = call.fresh('n')
  const condition = truth(call, call.lambda(1, [element, placeOf(place)]))
  const from = `${rows.replace('$1', '$2')} WITH ORDINALITY AS ${call.fresh('t')}(${column}, ${place}) WHERE $3`
  const item: Bound = { pg: { kind: 'name', parts: [column] }, type: element.type }
  const kept = gathered(call, item, from, place, [array, condition])
  return unlessNull(call, { ...kept, type: array.type }, given)
}

/** Three-valued, as ANY and ALL are: NULL where only a NULL stands between it and an answer. */
function quantified(call: FunctionCall, quantifier: 'ALL' | 'ANY'): Bound {
  const given = argument(call, 0)
  const array = withoutGuard(given)
  const { rows, column, element } = elementsOf(call, array)
  const condition = truth(call, call.lambda(1, [element]))
  const text = `(TRUE = ${quantifier} (SELECT $1 FROM ${rows.replace('$1', '$2')} AS ${call.fresh('t')}(${column})))`
  return unlessNull(call, call.template(text, [condition, array], BOOLEAN), given)
}

/** The shorter array goes on with NULL. */
function zipWith(call: FunctionCall): Bound {
  const given = [argument(call, 0), argument(call, 1)]
  const [one = argument(call, 0), other = argument(call, 1)] = given.map(withoutGuard)
  const [first, second] = [elementsOf(call, one), elementsOf(call, other)]
  const place = call.fresh('n')
  const item = call.lambda(2, [first.element, second.element])
  const rows = `${first.rows.replace('$1', '$2')}, ${second.rows.replace('$1', '$3')}`
  const from = `ROWS FROM (${rows}) WITH ORDINALITY AS ${call.fresh('t')}(${first.column}, ${second.column}, ${place})`
  return unlessNull(call, gathered(call, item, from, place, [one, other]), ...given)
}

/** NULL as a condition has a type too. */
export function truth(call: FunctionCall, condition: Bound): Bound {
  return condition.type.kind === 'boolean' ? condition : call.cast(condition, BOOLEAN)
}
