import type { Bound } from '../../lower/bound.js'
import { BIGINT, type SparkType } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { type TimeUnit, timeUnit } from './units.js'

export const TIME_OF_DAY_RULES: readonly FunctionRule[] = [
  { signature: 'make_time(int, int, double) -> time', sql: 'make_time($1, $2, $3)' },
  { signature: 'time_diff(string, time, time) -> bigint', lower: timeDiff },
  { signature: 'time_trunc(string, time) -> time', lower: timeTrunc },
  {
    signature: 'time_from_seconds(number) -> time',
    sql: 'spark_compat.time_from_micros(trunc($1 * 1000000.0)::bigint)',
  },
  {
    signature: 'time_from_millis(bigint) -> time',
    sql: 'spark_compat.time_from_micros($1 * 1000)',
  },
  { signature: 'time_from_micros(bigint) -> time', sql: 'spark_compat.time_from_micros($1)' },
  {
    signature: 'time_to_seconds(time) -> decimal(14,6)',
    sql: 'extract(epoch FROM $1)::numeric(14,6)',
  },
  {
    signature: 'time_to_millis(time) -> bigint',
    sql: 'floor(extract(epoch FROM $1) * 1000)::bigint',
  },
  {
    signature: 'time_to_micros(time) -> bigint',
    sql: '(extract(epoch FROM $1) * 1000000)::bigint',
  },
]

const TIME: SparkType = { kind: 'time' }
const SMALL_UNITS = ['MICROSECOND', 'MILLISECOND', 'SECOND', 'MINUTE', 'HOUR']

function timeDiff(call: FunctionCall): Bound {
  if (isOpen(call))
    return call.template('spark_compat.time_diff($1, $2, $3)', call.arguments, BIGINT)
  const { seconds = 1 } = unitOf(call)
  const factor = seconds >= 1 ? `/ ${seconds}` : `* ${Math.round(1 / seconds)}`
  const values = [argument(call, 1), argument(call, 2)]
  return call.template(`trunc(extract(epoch FROM $2 - $1) ${factor})::bigint`, values, BIGINT)
}

function timeTrunc(call: FunctionCall): Bound {
  if (isOpen(call)) return call.template('spark_compat.time_trunc($1, $2)', call.arguments, TIME)
  const unit = unitOf(call).name.toLowerCase()
  const name = unit.startsWith('mi') && unit !== 'minute' ? `${unit}s` : unit
  return call.template(`date_trunc('${name}', $1)::time`, [argument(call, 1)], TIME)
}

function isOpen(call: FunctionCall): boolean {
  const { constant } = argument(call, 0)
  return constant === undefined || constant === null
}

function unitOf(call: FunctionCall): TimeUnit {
  const { constant } = argument(call, 0)
  const name = typeof constant === 'string' ? constant.toUpperCase() : ''
  const unit = SMALL_UNITS.includes(name) ? timeUnit(name) : undefined
  return unit ?? call.refuse('the unit must be a literal from MICROSECOND to HOUR')
}
