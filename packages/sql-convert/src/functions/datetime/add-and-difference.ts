import type { Bound } from '../../lower/bound.js'
import { isString } from '../../type/kind-of-type.js'
import { BIGINT, TIMESTAMP } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { type TimeUnit, timeUnit } from './units.js'

const ADD: readonly FunctionRule[] = [
  { signature: 'timestampadd(string, int, timestamp) -> timestamp', lower: add },
  { signature: 'timestampadd(string, bigint, timestamp) -> timestamp', lower: add },
  { signature: 'timestampadd(string, int, timestamp_ntz) -> timestamp_ntz', lower: add },
  { signature: 'timestampadd(string, bigint, timestamp_ntz) -> timestamp_ntz', lower: add },
]

const DIFFERENCE: readonly FunctionRule[] = [
  { signature: 'timestampdiff(string, any, any) -> bigint', lower: difference },
]

const DAYS: readonly FunctionRule[] = [
  { signature: 'date_add(date, int) -> date', sql: '($1 + $2)' },
  { signature: 'date_diff(date, date) -> int', sql: '($1 - $2)' },
]

export const ADD_AND_DIFFERENCE_RULES: readonly FunctionRule[] = [
  ...DAYS,
  ...renamed(DAYS, 'date_add', 'dateadd'),
  ...renamed(DAYS, 'date_diff', 'datediff'),
  { signature: 'date_sub(date, int) -> date', sql: '($1 - $2)' },
  ...ADD,
  ...renamed(ADD, 'timestampadd', 'dateadd', 'date_add'),
  ...DIFFERENCE,
  ...renamed(DIFFERENCE, 'timestampdiff', 'datediff', 'date_diff', 'timediff'),
  {
    signature: 'add_months(date, int) -> date',
    sql: '($1 + make_interval(months => $2))::date',
  },
  ...['', ', boolean'].map(
    (more): FunctionRule => ({
      signature: `months_between(timestamp, timestamp${more}) -> double`,
      sql: `spark_compat.months_between($1::timestamp, $2::timestamp${more && ', $3'})`,
    }),
  ),
]

function add(call: FunctionCall): Bound {
  const unit = unitOf(call)
  const count = argument(call, 1)
  const text = count.type.kind === 'int' ? unit.interval.replace('::int', '') : unit.interval
  const amount = call.template(text, [count], { kind: 'calendar interval' })
  const value = argument(call, 2)
  return call.template('($1 + $2)', [value, amount], value.type)
}

/** Whole units between two wall clock times, as Java's ChronoUnit counts them. */
function difference(call: FunctionCall): Bound {
  const unit = unitOf(call)
  const [from, to] = [moment(call, 1), moment(call, 2)]
  const days = (unit.seconds ?? 0) / 86_400
  if (from.type.kind === 'date' && to.type.kind === 'date' && days >= 1) {
    const text = `(($2 - $1)${days === 1 ? '' : ` / ${days}`})::bigint`
    return call.template(text, [from, to], BIGINT)
  }
  return wallDifference(call, unit, wall(call, from), wall(call, to))
}

function wallDifference(call: FunctionCall, unit: TimeUnit, from: Bound, to: Bound): Bound {
  if (unit.months !== undefined) {
    const months = 'spark_compat.whole_months($1, $2)'
    const text = unit.months === 1 ? months : `${months} / ${unit.months}`
    return call.template(`(${text})::bigint`, [from, to], BIGINT)
  }
  const { seconds = 1 } = unit
  const text =
    seconds >= 1
      ? `trunc(extract(epoch FROM $2 - $1)${seconds === 1 ? '' : ` / ${seconds}`})::bigint`
      : `trunc(extract(epoch FROM $2 - $1) * ${Math.round(1 / seconds)})::bigint`
  return call.template(text, [from, to], BIGINT)
}

/** Text is a timestamp. */
function moment(call: FunctionCall, place: number): Bound {
  const value = argument(call, place)
  const isOpen = isString(value.type) || value.type.kind === 'void'
  return isOpen ? call.cast(value, TIMESTAMP) : value
}

function wall(call: FunctionCall, value: Bound): Bound {
  const type = { kind: 'timestamp_ntz' } as const
  return value.type.kind === type.kind ? value : call.template('$1::timestamp', [value], type)
}

/** A word in the source, which the parser gives as a literal. */
function unitOf(call: FunctionCall): TimeUnit {
  const { constant } = argument(call, 0)
  const unit = typeof constant === 'string' ? timeUnit(constant) : undefined
  return unit ?? call.refuse(`${String(constant)} is no unit of time`)
}
