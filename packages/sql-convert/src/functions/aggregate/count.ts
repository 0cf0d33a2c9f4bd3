import type { Bound } from '../../lower/bound.js'
import { BIGINT, VOID } from '../../type/spark-type.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { argument, known, typedArgument } from './known.js'

export const COUNT_RULES: readonly FunctionRule[] = [
  { signature: 'count() -> bigint', aggregate: 'count(*)' },
  { signature: 'count(any…) -> bigint', lower: count },
  { signature: 'count_if(boolean) -> bigint', aggregate: 'count(*)', filter: '$1' },
  {
    signature: 'approx_count_distinct(any) -> bigint',
    lower: countDistinct,
    grade: 'approximate',
    because: 'approx_count_distinct estimates; here the count is exact',
  },
  {
    signature: 'approx_count_distinct(any, double) -> bigint',
    lower: countDistinct,
    grade: 'approximate',
    because: 'approx_count_distinct estimates; here the count is exact',
  },
]

/** Several arguments: rows in which none is NULL. */
function count(call: FunctionCall): Bound {
  const values = call.arguments.map((_, place) => typedArgument(call, place))
  const [only = argument(call, 0)] = values
  if (values.length === 1) return call.aggregate({ name: 'count', arguments: [only] }, BIGINT)
  const filter = known(call, ...values)
  if (!call.source.distinct) {
    const one = call.template('*', [], VOID)
    return call.aggregate({ name: 'count', arguments: [one], filter }, BIGINT)
  }
  const row = call.template(
    `ROW(${values.map((_, place) => `$${place + 1}`).join(', ')})`,
    values,
    VOID,
  )
  return call.aggregate({ name: 'count', arguments: [row], filter }, BIGINT)
}

/** A window of Postgres knows no DISTINCT: there the values are gathered, and their set counted. */
function countDistinct(call: FunctionCall): Bound {
  const value = typedArgument(call, 0)
  if (call.source.over !== undefined) {
    const filter = known(call, value)
    const list = call.aggregate({ name: 'array_agg', arguments: [value], filter }, VOID)
    const text = "cardinality(spark_compat.array_distinct(coalesce($1, '{}')))::bigint"
    return call.template(text, [list], BIGINT)
  }
  return call.aggregate({ name: 'count', arguments: [value], distinct: true }, BIGINT)
}
