import type { Bound } from '../../lower/bound.js'
import { bareText } from '../../lower/json-value.js'
import { isInteger, isString } from '../../type/kind-of-type.js'
import { BINARY, STRING } from '../../type/spark-type.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { argument, known, typedArgument } from './known.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'listagg(string) -> string', lower: listagg, grade: 'equivalent' },
  { signature: 'listagg(string, string) -> string', lower: listagg, grade: 'equivalent' },
  { signature: 'listagg(binary) -> binary', lower: listagg, grade: 'equivalent' },
  { signature: 'listagg(binary, binary) -> binary', lower: listagg, grade: 'equivalent' },
]

export const LISTAGG_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'listagg', 'string_agg'),
]

function listagg(call: FunctionCall): Bound {
  const value = typedArgument(call, 0)
  const type = value.type.kind === 'binary' ? BINARY : STRING
  const isOrdered = call.order.length > 0
  if (isOrdered && call.source.over !== undefined) {
    call.refuse('listagg with WITHIN GROUP over a window', 'Take a subquery with GROUP BY.')
  }
  if (call.source.distinct && isOrdered && type === STRING) return distinctInOrder(call, value)
  return call.aggregate(
    { name: 'string_agg', arguments: [value, delimiter(call, value)], orderBy: call.order },
    type,
  )
}

function delimiter(call: FunctionCall, value: Bound): Bound {
  const given = call.arguments[1]
  if (given !== undefined) return bareText(given)
  return call.template(value.type.kind === 'binary' ? "''::bytea" : "''", [], value.type)
}

/** Spark lets the order be of the argument only; Postgres wants the very same expression. */
function distinctInOrder(call: FunctionCall, value: Bound): Bound {
  const [first, ...others] = call.order
  const source = first?.value ?? value
  if (others.length > 0 || !(isString(source.type) || isInteger(source.type))) {
    call.refuse('listagg DISTINCT in the order of something else than its argument')
  }
  const items = call.aggregate(
    { name: 'array_agg', arguments: [source], orderBy: call.order, filter: known(call, source) },
    STRING,
  )
  const between = call.arguments[1] ? argument(call, 1) : delimiter(call, value)
  return call.template("array_to_string($1, coalesce($2, ''))", [items, between], STRING)
}
