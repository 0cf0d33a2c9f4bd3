import type { Bound } from '../../lower/bound.js'
import { isInterval, isString } from '../../type/kind-of-type.js'
import { arrayOf, DOUBLE, type SparkType } from '../../type/spark-type.js'
import { renamed } from '../renamed.js'
import type { BoundOrderItem, FunctionCall, FunctionRule } from '../rule.js'
import { argument, typedArgument } from './known.js'

const APPROXIMATE = {
  grade: 'approximate',
  because: 'the percentile is exact here, where Spark estimates it within the accuracy asked for',
} as const

const APPROXIMATIONS: readonly FunctionRule[] = ['double', 'array<double>'].flatMap((fraction) => [
  {
    signature: `percentile_approx(any, ${fraction}) -> unknown`,
    lower: approximation,
    ...APPROXIMATE,
  },
  {
    signature: `percentile_approx(any, ${fraction}, bigint) -> unknown`,
    lower: approximation,
    ...APPROXIMATE,
  },
])

export const PERCENTILE_RULES: readonly FunctionRule[] = [
  { signature: 'percentile(any, double) -> double', lower: percentile },
  { signature: 'percentile(any, array<double>) -> array<double>', lower: percentile },
  { signature: 'percentile(double, double, bigint) -> double', lower: weighted },
  { signature: 'percentile(double, array<double>, bigint) -> array<double>', lower: weighted },
  { signature: 'median(any) -> double', lower: median },
  { signature: 'percentile_cont(double) -> double', lower: withinGroup },
  { signature: 'percentile_cont(array<double>) -> array<double>', lower: withinGroup },
  { signature: 'percentile_disc(double) -> double', lower: withinGroup },
  { signature: 'percentile_disc(array<double>) -> array<double>', lower: withinGroup },
  ...APPROXIMATIONS,
  ...renamed(APPROXIMATIONS, 'percentile_approx', 'approx_percentile'),
]

function percentile(call: FunctionCall): Bound {
  return continuous(call, ascending(typedArgument(call, 0)), argument(call, 1))
}

function median(call: FunctionCall): Bound {
  const half = call.template('0.5', [], DOUBLE)
  return continuous(call, ascending(typedArgument(call, 0)), half)
}

function withinGroup(call: FunctionCall): Bound {
  const [key] = call.order
  if (!key) return call.refuse(`${call.name} needs WITHIN GROUP (ORDER BY …)`)
  const fraction = argument(call, 0)
  if (call.name === 'percentile_cont') return continuous(call, key, fraction)
  const isKept = isInterval(key.value.type)
  const value = isKept ? key.value : call.cast(key.value, DOUBLE)
  return ordered(
    call,
    'percentile_disc',
    { ...key, value },
    fraction,
    isKept ? key.value.type : DOUBLE,
  )
}

function approximation(call: FunctionCall): Bound {
  const given = typedArgument(call, 0)
  const value = isString(given.type) ? call.cast(given, DOUBLE) : given
  return ordered(call, 'percentile_disc', ascending(value), argument(call, 1), value.type)
}

/** Between two values; months of an interval are cut off, so they are counted as numbers. */
function continuous(call: FunctionCall, key: BoundOrderItem, fraction: Bound): Bound {
  const { type } = key.value
  if (type.kind === 'year interval') {
    const months = call.template(
      '(extract(year FROM $1) * 12 + extract(month FROM $1))::double precision',
      [key.value],
      DOUBLE,
    )
    const found = ordered(call, 'percentile_cont', { ...key, value: months }, fraction, DOUBLE)
    const result = fraction.type.kind === 'array' ? arrayOf(type) : type
    return call.template('spark_compat.of_months($1)', [found], result)
  }
  const value = isInterval(type) ? key.value : call.cast(key.value, DOUBLE)
  return ordered(call, 'percentile_cont', { ...key, value }, fraction, value.type)
}

/** Ordered aggregates of Postgres know neither windows nor DISTINCT: there the values are gathered first. */
function ordered(
  call: FunctionCall,
  name: 'percentile_cont' | 'percentile_disc',
  key: BoundOrderItem,
  fraction: Bound,
  each: SparkType,
): Bound {
  const type = fraction.type.kind === 'array' ? arrayOf(each) : each
  const { value, descending } = key
  if (call.source.over === undefined && !call.source.distinct) {
    const withinGroup = [{ value, descending }]
    return call.aggregate({ name, arguments: [fraction], withinGroup }, type)
  }
  const values = call.aggregate({ name: 'array_agg', arguments: [value] }, arrayOf(each))
  return call.template(
    `spark_compat.${name}${descending ? '_down' : ''}($1, $2)`,
    [values, fraction],
    type,
  )
}

/** Each value as often as its frequency says. */
function weighted(call: FunctionCall): Bound {
  if (call.source.distinct) return call.refuse('percentile with DISTINCT and a frequency')
  const fraction = argument(call, 1)
  const values = call.aggregate(
    { name: 'array_agg', arguments: [argument(call, 0)] },
    arrayOf(DOUBLE),
  )
  const counts = call.aggregate(
    { name: 'array_agg', arguments: [argument(call, 2)] },
    arrayOf(DOUBLE),
  )
  const type = fraction.type.kind === 'array' ? arrayOf(DOUBLE) : DOUBLE
  return call.template(
    'spark_compat.weighted_percentile($1, $2, $3)',
    [values, counts, fraction],
    type,
  )
}

function ascending(value: Bound): BoundOrderItem {
  return { value, descending: false }
}
