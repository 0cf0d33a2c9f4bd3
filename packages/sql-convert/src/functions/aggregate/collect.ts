import type { Bound } from '../../lower/bound.js'
import { toJson } from '../../lower/json-value.js'
import { isScalar } from '../../type/kind-of-type.js'
import { arrayOf } from '../../type/spark-type.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { known, typedArgument } from './known.js'

/** The values that are not NULL, as an array. The order is the rows', which neither side promises. */
export const COLLECT_RULES: readonly FunctionRule[] = [
  { signature: 'collect_list(any) -> unknown', lower: collect, grade: 'equivalent' },
  { signature: 'array_agg(any) -> unknown', lower: collect, grade: 'equivalent' },
  {
    signature: 'collect_set(any) -> unknown',
    lower: collect,
    grade: 'equivalent',
    because: 'the values of a set are sorted here, where Spark leaves their order open',
  },
]

function collect(call: FunctionCall): Bound {
  const value = typedArgument(call, 0)
  const type = arrayOf(value.type)
  const isPlain = isScalar(value.type) || value.type.kind === 'unknown'
  const isSet = call.name === 'collect_set' || call.source.distinct
  const isWindow = call.source.over !== undefined
  const items = call.aggregate(
    {
      name: isPlain ? 'array_agg' : 'jsonb_agg',
      arguments: [isPlain ? value : toJson(value)],
      filter: known(call, value),
      distinct: isSet && !isWindow,
    },
    type,
  )
  const all = call.template(`coalesce($1, '${isPlain ? '{}' : '[]'}')`, [items], type)
  return isSet && isWindow ? call.template('spark_compat.array_distinct($1)', [all], type) : all
}
