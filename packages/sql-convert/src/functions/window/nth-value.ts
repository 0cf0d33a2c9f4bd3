import type { Bound } from '../../lower/bound.js'
import { argument, known, typedArgument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

export const NTH_VALUE_RULES: readonly FunctionRule[] = [
  { signature: 'nth_value(any, int) -> unknown', lower: nthValue },
  { signature: 'nth_value(any, int, boolean) -> unknown', lower: nthValue },
]

function nthValue(call: FunctionCall): Bound {
  const value = typedArgument(call, 0)
  const place = argument(call, 1)
  const ignores = call.source.nulls === 'ignore' || call.arguments[2]?.constant === true
  if (!ignores) return call.aggregate({ name: 'nth_value', arguments: [value, place] }, value.type)
  if (value.type.kind === 'array') return call.refuse('nth_value of arrays with IGNORE NULLS')
  const filter = known(call, value)
  const values = call.aggregate({ name: 'array_agg', arguments: [value], filter }, value.type)
  return call.template('($1)[$2]', [values, place], value.type)
}
