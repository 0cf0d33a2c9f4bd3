import type { Bound } from '../../lower/bound.js'
import { isDatetime, isString } from '../../type/kind-of-type.js'
import { INT, TIMESTAMP } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { DATE_FIELDS, type DateField } from './date-fields.js'

const EXTRACT: readonly FunctionRule[] = [
  { signature: 'extract(string, any) -> int', lower: extract },
]

export const EXTRACT_RULES: readonly FunctionRule[] = [
  ...EXTRACT,
  ...renamed(EXTRACT, 'extract', 'date_part', 'datepart'),
  ...fieldFunction('year', 'YEAR'),
  ...fieldFunction('quarter', 'QUARTER'),
  ...fieldFunction('month', 'MONTH'),
  ...fieldFunction('weekofyear', 'WEEK'),
  ...fieldFunction('day', 'DAY'),
  ...fieldFunction('dayofmonth', 'DAY'),
  ...fieldFunction('dayofweek', 'DAYOFWEEK'),
  ...fieldFunction('dayofyear', 'DOY'),
  ...fieldFunction('hour', 'HOUR'),
  ...fieldFunction('minute', 'MINUTE'),
  ...['hour', 'minute', 'second'].flatMap((name): readonly FunctionRule[] => [
    { signature: `${name}(string) -> int`, lower: ofText },
    {
      signature: `${name}(unknown) -> int`,
      sql: `floor(extract(${name} FROM $1::timestamptz))::int`,
    },
  ]),
  ...ofTypes(
    'second',
    'floor(extract(second FROM $1))::int',
    'int',
    'timestamp',
    'timestamp_ntz',
    'time',
  ),
  ...ofDates('weekday', '(extract(isodow FROM $1)::int - 1)', 'int'),
  ...ofDates('dayname', "to_char($1, 'Dy')", 'string'),
  ...ofDates('monthname', "to_char($1, 'Mon')", 'string'),
]

/** `year(d)` and its like: EXTRACT by another name, of dates and timestamps. */
function fieldFunction(name: string, fieldName: string): readonly FunctionRule[] {
  const field = DATE_FIELDS.find((one) => one.names.includes(fieldName))
  if (!field) return []
  if (field.from === 'date') return ofDates(name, field.sql, 'int')
  return ofTypes(name, field.sql, 'int', 'timestamp', 'timestamp_ntz', 'time')
}

function ofDates(name: string, sql: string, result: string): readonly FunctionRule[] {
  return ofTypes(name, sql, result, 'date', 'timestamp', 'timestamp_ntz')
}

function ofTypes(
  name: string,
  sql: string,
  result: string,
  ...types: readonly string[]
): readonly FunctionRule[] {
  return types.map((type) => ({ signature: `${name}(${type}) -> ${result}`, sql }))
}

/** Text may be a timestamp, or a time of day alone. */
function ofText(call: FunctionCall): Bound {
  const text = argument(call, 0)
  const isTime = typeof text.constant === 'string' && /^\s*T?\d{1,2}:/.test(text.constant)
  const value = call.cast(text, isTime ? { kind: 'time' } : TIMESTAMP)
  return call.template(`floor(extract(${call.name} FROM $1))::int`, [value], INT)
}

function extract(call: FunctionCall): Bound {
  const { constant } = argument(call, 0)
  if (typeof constant !== 'string') return call.refuse('the field must be a literal')
  const field = DATE_FIELDS.find(({ names }) => names.includes(constant.toUpperCase()))
  const given = argument(call, 1)
  const isEarly = given.type.kind === 'date' && field?.from === 'time'
  const isOpen = isEarly || isString(given.type) || given.type.kind === 'void'
  const value = isOpen ? call.cast(given, TIMESTAMP) : given
  const found = field && partOf(field, value)
  if (!found) return call.refuse(`no ${constant} in ${value.type.kind}`)
  return call.template(found.sql, [value], found.type)
}

function partOf(field: DateField, { type }: Bound): Pick<DateField, 'sql' | 'type'> | undefined {
  switch (type.kind) {
    case 'year interval':
      return field.ofYearInterval
    case 'day interval':
      return field.ofDayInterval
    case 'calendar interval':
      return field.ofYearInterval ?? field.ofDayInterval
    case 'time':
      return field.from === 'time' ? field : undefined
    case 'date':
      return field.from === 'date' ? field : undefined
    default:
      return isDatetime(type) || type.kind === 'unknown' ? field : undefined
  }
}
