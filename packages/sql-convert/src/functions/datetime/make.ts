import type { Bound } from '../../lower/bound.js'
import { DATE, type SparkType, TIMESTAMP, TIMESTAMP_NTZ } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { zoneOf } from './zone.js'

const PARTS = 'int, int, int, int, int, double'
const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'mins', 'secs']

export const MAKE_RULES: readonly FunctionRule[] = [
  { signature: 'make_date(int, int, int) -> date', lower: makeDate },
  ...['', 'try_'].flatMap((prefix) => [
    ...timestamps(`${prefix}make_timestamp`, true),
    ...timestamps(`${prefix}make_timestamp_ltz`, true),
    ...timestamps(`${prefix}make_timestamp_ntz`, false),
  ]),
  ...interval('make_interval', 'calendar interval', UNITS),
  ...interval('try_make_interval', 'calendar interval', UNITS),
  ...interval('make_dt_interval', 'day interval', ['days', 'hours', 'mins', 'secs']),
  ...interval('make_ym_interval', 'year interval', ['years', 'months']),
]

function timestamps(name: string, hasZone: boolean): readonly FunctionRule[] {
  const type = hasZone ? 'timestamp' : 'timestamp_ntz'
  const rules: readonly FunctionRule[] = [
    { signature: `${name}(${PARTS}) -> ${type}`, lower: fromParts },
    { signature: `${name}(date, time) -> ${type}`, lower: fromDateAndTime },
    { signature: `${name}(date) -> ${type}`, lower: fromDate },
  ]
  if (!hasZone) return rules
  return [
    ...rules,
    { signature: `${name}(${PARTS}, string) -> timestamp`, lower: fromParts },
    { signature: `${name}(date, time, string) -> timestamp`, lower: fromDateAndTime },
  ]
}

function makeDate(call: FunctionCall): Bound {
  noteFarYear(call)
  return call.template('make_date($1, $2, $3)', call.arguments, DATE)
}

function noteFarYear(call: FunctionCall): void {
  const { constant } = argument(call, 0)
  if (typeof constant !== 'number' || (constant > 0 && constant < 10_000)) return
  call.note('approximate', 'Years before 1 and after 9999 are written in another way.')
}

/** The functions that try give NULL where no such timestamp is. */
function fromParts(call: FunctionCall): Bound {
  const make = call.name.startsWith('try_') ? 'spark_compat.try_make_timestamp' : 'make_timestamp'
  const text = `${make}($1, $2, $3, $4, $5, $6)`
  noteFarYear(call)
  return placed(call, call.template(text, call.arguments.slice(0, 6), TIMESTAMP_NTZ), 6)
}

function fromDateAndTime(call: FunctionCall): Bound {
  return placed(call, call.template('($1 + $2)', call.arguments.slice(0, 2), TIMESTAMP_NTZ), 2)
}

function fromDate(call: FunctionCall): Bound {
  return placed(call, call.template('$1::timestamp', [argument(call, 0)], TIMESTAMP_NTZ), 1)
}

/** A wall clock time in the zone that is named, or that of the session. */
function placed(call: FunctionCall, wall: Bound, zonePlace: number): Bound {
  if (call.name.endsWith('_ntz')) return wall
  const zone = call.arguments[zonePlace]
  if (!zone) return call.template('$1::timestamptz', [wall], TIMESTAMP)
  return call.template('($1 AT TIME ZONE $2)', [wall, zoneOf(call, zone)], TIMESTAMP)
}

/** All arguments may be left out, from the last one on. */
function interval(
  name: string,
  type: Extract<SparkType['kind'], `${string} interval`>,
  parts: readonly string[],
): readonly FunctionRule[] {
  const make = name.startsWith('try_') ? 'spark_compat.try_make_interval' : 'make_interval'
  return Array.from({ length: parts.length + 1 }, (_, size) => {
    const given = parts.slice(0, size)
    const types = given.map((part) => (part === 'secs' ? 'double' : 'int'))
    const values = given.map((part, place) => `${part} => $${place + 1}`)
    return {
      signature: `${name}(${types.join(', ')}) -> ${type}`,
      sql: `${make}(${values.join(', ')})`,
    }
  })
}
