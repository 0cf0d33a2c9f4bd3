import type { Bound } from '../../lower/bound.js'
import { isInteger } from '../../type/kind-of-type.js'
import { arrayOf, BIGINT, DOUBLE, type SparkType } from '../../type/spark-type.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { argument, known, typedArgument } from './known.js'

const TOP = {
  grade: 'approximate',
  because:
    'approx_top_k estimates; here the counts are exact, and equal ones come in the order of their items',
} as const

const HISTOGRAM = {
  grade: 'approximate',
  because:
    'bins of a histogram depend on the order in which values come, and on how Spark splits the work',
} as const

/** Values with how often they come. */
export const FREQUENT_RULES: readonly FunctionRule[] = [
  { signature: 'approx_top_k(any) -> unknown', lower: topK, ...TOP },
  { signature: 'approx_top_k(any, int) -> unknown', lower: topK, ...TOP },
  { signature: 'approx_top_k(any, int, int) -> unknown', lower: topK, ...TOP },
  { signature: 'histogram_numeric(number, int) -> unknown', lower: histogram, ...HISTOGRAM },
]

const DEFAULT_K = '5'

function topK(call: FunctionCall): Bound {
  const value = typedArgument(call, 0)
  const type = pairs(value.type, 'item', 'count', BIGINT)
  const items = call.aggregate({ name: 'array_agg', arguments: [value] }, arrayOf(value.type))
  const size = call.arguments[1] ? '$2' : DEFAULT_K
  return call.template(
    `spark_compat.top_items($1, ${size})`,
    [items, ...call.arguments.slice(1, 2)],
    type,
  )
}

function histogram(call: FunctionCall): Bound {
  const value = argument(call, 0)
  const type = pairs(value.type, 'x', 'y', DOUBLE)
  const items = call.aggregate(
    { name: 'array_agg', arguments: [call.cast(value, DOUBLE)], filter: known(call, value) },
    arrayOf(DOUBLE),
  )
  const isWhole = isInteger(value.type) ? 'TRUE' : 'FALSE'
  return call.template(
    `spark_compat.histogram($1, $2, ${isWhole})`,
    [items, argument(call, 1)],
    type,
  )
}

function pairs(item: SparkType, name: string, other: string, count: SparkType): SparkType {
  const fields = [
    { name, type: item },
    { name: other, type: count },
  ]
  return arrayOf({ kind: 'struct', fields })
}
