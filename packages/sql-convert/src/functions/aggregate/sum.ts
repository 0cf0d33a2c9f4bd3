import type { Bound } from '../../lower/bound.js'
import { numerator } from '../../lower/expression/numerator.js'
import { type DecimalType, decimal, MAX_PRECISION, type SparkType } from '../../type/spark-type.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { argument } from './known.js'

/** Months of an interval of years and months, as numeric. */
const MONTHS = '(extract(year FROM $1) * 12 + extract(month FROM $1))'
const SECONDS = 'extract(epoch FROM $1)'

const SUM_RULES: readonly FunctionRule[] = [
  { signature: 'sum(double) -> double', aggregate: 'sum($1)' },
  { signature: 'sum(tinyint) -> bigint', aggregate: 'sum($1)' },
  { signature: 'sum(smallint) -> bigint', aggregate: 'sum($1)' },
  { signature: 'sum(int) -> bigint', aggregate: 'sum($1)' },
  { signature: 'sum(bigint) -> bigint', aggregate: 'sum($1)', wrap: '$1::bigint' },
  { signature: 'sum(float) -> double', aggregate: 'sum($1::double precision)' },
  { signature: 'sum(string) -> double', aggregate: 'sum($1::double precision)' },
  { signature: 'sum(number) -> decimal', lower: sumDecimal },
  { signature: 'sum(year interval) -> year interval', aggregate: 'sum($1)' },
  { signature: 'sum(day interval) -> day interval', aggregate: 'sum($1)' },
  { signature: 'sum(calendar interval) -> calendar interval', aggregate: 'sum($1)' },
  { signature: 'sum(unknown) -> unknown', aggregate: 'sum($1)' },
]

const AVERAGE_RULES: readonly FunctionRule[] = [
  { signature: 'avg(double) -> double', aggregate: 'avg($1)' },
  { signature: 'avg(integer) -> double', aggregate: 'avg($1::double precision)' },
  { signature: 'avg(float) -> double', aggregate: 'avg($1::double precision)' },
  { signature: 'avg(string) -> double', aggregate: 'avg($1::double precision)' },
  { signature: 'avg(number) -> decimal', lower: averageDecimal },
  {
    signature: 'avg(year interval) -> year interval',
    aggregate: `avg(${MONTHS})`,
    wrap: 'make_interval(months => round($1)::int)',
  },
  { signature: 'avg(day interval) -> day interval', aggregate: 'avg($1)' },
  { signature: 'avg(calendar interval) -> calendar interval', aggregate: 'avg($1)' },
  { signature: 'avg(unknown) -> unknown', aggregate: 'avg($1)' },
]

/** NULL where the sum does not fit its type. */
const TRY_RULES: readonly FunctionRule[] = [
  {
    signature: 'try_sum(bigint) -> bigint',
    aggregate: 'sum($1)',
    wrap: 'spark_compat.bigint_or_null($1)',
  },
  { signature: 'try_sum(number) -> decimal', lower: trySumDecimal },
  {
    signature: 'try_sum(year interval) -> year interval',
    aggregate: `sum(${MONTHS})`,
    wrap: 'spark_compat.months_or_null($1)',
  },
  {
    signature: 'try_sum(day interval) -> day interval',
    aggregate: `sum(${SECONDS})`,
    wrap: 'spark_compat.seconds_or_null($1)',
  },
  { signature: 'try_avg(number) -> decimal', lower: tryAverageDecimal },
  {
    signature: 'try_avg(year interval) -> year interval',
    aggregate: `array_agg(${MONTHS})`,
    wrap: 'spark_compat.average_months_or_null($1)',
  },
  {
    signature: 'try_avg(day interval) -> day interval',
    aggregate: `array_agg(${SECONDS})`,
    wrap: 'spark_compat.average_seconds_or_null($1)',
  },
]

const SAFE = ['double', 'integer', 'float', 'string', 'tinyint', 'smallint', 'int', 'day interval']

/** Those of which the sum cannot leave its type, or becomes infinite. */
function unchecked(rules: readonly FunctionRule[], name: string): readonly FunctionRule[] {
  const tried = TRY_RULES.map((rule) => rule.signature)
  return renamed(rules, name, `try_${name}`).filter(
    ({ signature }) =>
      SAFE.some((type) => signature.startsWith(`try_${name}(${type})`)) &&
      !tried.includes(signature),
  )
}

export const SUM_AND_AVERAGE_RULES: readonly FunctionRule[] = [
  ...SUM_RULES,
  ...AVERAGE_RULES,
  ...renamed(AVERAGE_RULES, 'avg', 'mean'),
  ...unchecked(SUM_RULES, 'sum'),
  ...unchecked(AVERAGE_RULES, 'avg'),
  ...TRY_RULES,
]

function sumDecimal(call: FunctionCall): Bound {
  const value = argument(call, 0)
  return call.aggregate({ name: 'sum', arguments: [value] }, sumType(value.type))
}

function trySumDecimal(call: FunctionCall): Bound {
  const sum = sumDecimal(call)
  const { precision, scale } = sumType(sum.type, 0)
  return call.template(`spark_compat.decimal_or_null($1, ${precision - scale})`, [sum], sum.type)
}

function averageDecimal(call: FunctionCall): Bound {
  const value = argument(call, 0)
  const type = averageType(value.type)
  const digits = { ...value, pg: numerator(value, type) }
  const average = call.aggregate({ name: 'avg', arguments: [digits] }, type)
  return call.template(`$1::numeric(${type.precision},${type.scale})`, [average], type)
}

function tryAverageDecimal(call: FunctionCall): Bound {
  const value = argument(call, 0)
  const { precision, scale } = sumType(value.type)
  const type = averageType(value.type)
  const list = call.aggregate({ name: 'array_agg', arguments: [value] }, value.type)
  const text = `spark_compat.average_decimal_or_null($1, ${precision - scale})::numeric(${type.precision},${type.scale})`
  return call.template(text, [list], type)
}

/** Source: org.apache.spark.sql.catalyst.expressions.aggregate.Sum, 4.1. */
function sumType(type: SparkType, more = 10): DecimalType {
  const { precision, scale } = asDecimalType(type)
  return decimal(Math.min(precision + more, MAX_PRECISION), scale)
}

/** Source: org.apache.spark.sql.catalyst.expressions.aggregate.Average, 4.1. */
function averageType(type: SparkType): DecimalType {
  const { precision, scale } = asDecimalType(type)
  return decimal(Math.min(precision + 4, MAX_PRECISION), Math.min(scale + 4, MAX_PRECISION))
}

function asDecimalType(type: SparkType): DecimalType {
  return type.kind === 'decimal' ? type : decimal(10, 0)
}
