import type { Bound } from '../../lower/bound.js'
import type { BoundOrderItem, FunctionCall, FunctionRule } from '../rule.js'
import { typedArgument } from './known.js'

export const MODE_RULES: readonly FunctionRule[] = [
  { signature: 'mode() -> unknown', lower: withinGroup },
  { signature: 'mode(any) -> unknown', lower: mode },
  { signature: 'mode(any, boolean) -> unknown', lower: mode },
]

function withinGroup(call: FunctionCall): Bound {
  const [key] = call.order
  return key ? of(call, key) : call.refuse('mode() needs WITHIN GROUP (ORDER BY …)')
}

function mode(call: FunctionCall): Bound {
  if (call.arguments[1]?.constant !== true) {
    call.note('approximate', 'of values that are equally frequent, mode takes the least; Spark any')
  }
  return of(call, { value: typedArgument(call, 0), descending: false })
}

function of(call: FunctionCall, key: BoundOrderItem): Bound {
  const { value } = key
  if (call.source.over === undefined && !call.source.distinct) {
    const withinGroup = [{ value, descending: key.descending }]
    return call.aggregate({ name: 'mode', arguments: [], withinGroup }, value.type)
  }
  if (key.descending) return call.refuse('mode in descending order over a window')
  const values = call.aggregate({ name: 'array_agg', arguments: [value] }, value.type)
  return call.template('spark_compat.mode($1)', [values], value.type)
}
