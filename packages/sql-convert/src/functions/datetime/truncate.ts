import type { Bound } from '../../lower/bound.js'
import { DATE, TIMESTAMP } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

export const TRUNCATE_RULES: readonly FunctionRule[] = [
  { signature: 'date_trunc(string, timestamp) -> timestamp', lower: dateTrunc },
  { signature: 'trunc(date, string) -> date', lower: truncDate },
  {
    signature: 'last_day(date) -> date',
    sql: "(date_trunc('month', $1::timestamp) + interval '1 month -1 day')::date",
  },
  { signature: 'next_day(date, string) -> date', lower: nextDay },
]

const DATE_UNITS: Readonly<Record<string, string>> = {
  YEAR: 'year',
  YYYY: 'year',
  YY: 'year',
  QUARTER: 'quarter',
  MONTH: 'month',
  MM: 'month',
  MON: 'month',
  WEEK: 'week',
}

const TIMESTAMP_UNITS: Readonly<Record<string, string>> = {
  ...DATE_UNITS,
  DAY: 'day',
  DD: 'day',
  HOUR: 'hour',
  MINUTE: 'minute',
  SECOND: 'second',
  MILLISECOND: 'milliseconds',
  MICROSECOND: 'microseconds',
}

/** An unknown unit gives NULL in Spark. */
function dateTrunc(call: FunctionCall): Bound {
  const { constant } = argument(call, 0)
  const values = [argument(call, 1)]
  if (constant === undefined) {
    const given = [argument(call, 0), argument(call, 1)]
    return call.template('spark_compat.date_trunc($1, $2)', given, TIMESTAMP)
  }
  const unit = TIMESTAMP_UNITS[String(constant).toUpperCase()]
  if (unit === undefined) return call.template('NULL::timestamptz', [], TIMESTAMP)
  return call.template(`date_trunc('${unit}', $1)`, values, TIMESTAMP)
}

function truncDate(call: FunctionCall): Bound {
  const { constant } = argument(call, 1)
  const value = argument(call, 0)
  if (constant === undefined) {
    return call.template('spark_compat.trunc_date($1, $2)', [value, argument(call, 1)], DATE)
  }
  const unit = DATE_UNITS[String(constant).toUpperCase()]
  if (unit === undefined) return call.template('NULL::date', [], DATE)
  return call.template(`date_trunc('${unit}', $1::timestamp)::date`, [value], DATE)
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']

function nextDay(call: FunctionCall): Bound {
  const { constant } = argument(call, 1)
  const value = argument(call, 0)
  if (constant === undefined) {
    return call.template('spark_compat.next_day($1, $2)', [value, argument(call, 1)], DATE)
  }
  if (constant === null || value.constant === null) return call.template('NULL::date', [], DATE)
  const name = String(constant).trim().toUpperCase()
  const place = WEEKDAYS.findIndex((day) => [day, day.slice(0, 3), day.slice(0, 2)].includes(name))
  if (place < 0) return call.refuse(`${String(constant)} is no day of the week`)
  // Days after Monday of the weekday before the wanted one, so that the same weekday is a week away.
  const text = `($1 + 1 + (${place + 7} - extract(isodow FROM $1)::int) % 7)`
  return call.template(text, [value], DATE)
}
