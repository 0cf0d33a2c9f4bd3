import type { Bound } from '../../lower/bound.js'
import { DATE, type SparkType, TIMESTAMP } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const INTERVALS = ['year interval', 'day interval', 'calendar interval']
const TIMESTAMPS = ['timestamp', 'timestamp_ntz']

/** The same on dates, timestamps and intervals. */
export const TRY_DATETIME_RULES: readonly FunctionRule[] = [
  ...sums('try_add'),
  ...sums('try_subtract'),
  { signature: 'try_add(int, date) -> date', sql: 'spark_compat.try_add($2, $1)' },
  { signature: 'try_add(year interval, date) -> date', sql: 'spark_compat.try_add($2, $1)::date' },
  {
    signature: 'try_add(day interval, date) -> date',
    lower: (call) => daysFrom(call, 'try_add', argument(call, 1), argument(call, 0)),
  },
  ...TIMESTAMPS.flatMap((type) =>
    INTERVALS.map((interval) => ({
      signature: `try_add(${interval}, ${type}) -> ${type}`,
      sql: 'spark_compat.try_add($2, $1)',
    })),
  ),
  {
    signature: 'try_subtract(date, date) -> day interval',
    sql: 'make_interval(days => $1 - $2)',
  },
  ...TIMESTAMPS.map((type) => ({
    signature: `try_subtract(${type}, ${type}) -> day interval`,
    sql: '($1 - $2)',
  })),
  ...['try_multiply', 'try_divide'].flatMap((name) =>
    INTERVALS.map((type) => ({
      signature: `${name}(${type}, double) -> ${type}`,
      sql: `spark_compat.${name}($1, $2)`,
    })),
  ),
]

function sums(name: string): readonly FunctionRule[] {
  return [
    { signature: `${name}(date, int) -> date`, sql: `spark_compat.${name}($1, $2)` },
    {
      signature: `${name}(date, year interval) -> date`,
      sql: `spark_compat.${name}($1, $2)::date`,
    },
    {
      signature: `${name}(date, day interval) -> date`,
      lower: (call) => daysFrom(call, name, argument(call, 0), argument(call, 1)),
    },
    ...TIMESTAMPS.flatMap((type) =>
      INTERVALS.map((interval) => ({
        signature: `${name}(${type}, ${interval}) -> ${type}`,
        sql: `spark_compat.${name}($1, $2)`,
      })),
    ),
    ...INTERVALS.map((type) => ({
      signature: `${name}(${type}, ${type}) -> ${type}`,
      sql: `spark_compat.${name}($1, $2)`,
    })),
  ]
}

/** A date with whole days stays a date; with hours it becomes a timestamp. */
function daysFrom(call: FunctionCall, name: string, date: Bound, interval: Bound): Bound {
  const type: SparkType = wholeDays(interval) ? DATE : TIMESTAMP
  const text = `spark_compat.${name}($1, $2)${type === DATE ? '::date' : ''}`
  return call.template(text, [call.cast(date, TIMESTAMP), interval], type)
}

function wholeDays(interval: Bound): boolean {
  return 'days' in interval && interval.days === true
}
