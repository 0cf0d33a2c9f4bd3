import { type Bound, boundText } from '../../lower/bound.js'
import { BIGINT, DATE, type SparkType, TIMESTAMP, TIMESTAMP_NTZ } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { constantPattern } from './format.js'
import { readWithPattern, type TextShape } from './pattern/read-with-pattern.js'

const TIME: SparkType = { kind: 'time' }
const DEFAULT_PATTERN = 'yyyy-MM-dd HH:mm:ss'

const TIMESTAMPS: readonly FunctionRule[] = [
  { signature: 'to_timestamp(timestamp) -> timestamp', sql: '$1' },
  { signature: 'to_timestamp(string, string) -> timestamp', lower: toTimestamp },
  { signature: 'to_timestamp(date, string) -> timestamp', sql: '$1::timestamptz' },
  { signature: 'to_timestamp(timestamp, string) -> timestamp', sql: '$1' },
  // With a pattern, Spark takes the wall clock of a TIMESTAMP_NTZ for that of UTC.
  {
    signature: 'to_timestamp(timestamp_ntz, string) -> timestamp',
    sql: "($1 AT TIME ZONE 'UTC')",
  },
  { signature: 'to_timestamp(number) -> timestamp', sql: 'to_timestamp($1)' },
  { signature: 'try_to_timestamp(number) -> timestamp', sql: 'to_timestamp($1)' },
  { signature: 'try_to_timestamp(date) -> timestamp', sql: '$1::timestamptz' },
  { signature: 'try_to_timestamp(timestamp) -> timestamp', sql: '$1' },
  { signature: 'try_to_timestamp(string) -> timestamp', sql: 'spark_compat.try_timestamp($1)' },
  { signature: 'try_to_timestamp(string, string) -> timestamp', lower: toTimestamp },
]

const UNIX: readonly FunctionRule[] = [
  { signature: 'unix_timestamp(string) -> bigint', lower: unixTimestamp },
  { signature: 'unix_timestamp(string, string) -> bigint', lower: unixTimestamp },
  { signature: 'unix_timestamp(unknown) -> bigint', sql: 'spark_compat.unix_timestamp($1)' },
  ...['', ', string'].flatMap((more) =>
    ['date', 'timestamp', 'timestamp_ntz'].map(
      (type): FunctionRule => ({
        signature: `unix_timestamp(${type}${more}) -> bigint`,
        sql: `floor(extract(epoch FROM ${type === 'date' ? '$1::timestamptz' : '$1'}))::bigint`,
      }),
    ),
  ),
]

export const PARSE_RULES: readonly FunctionRule[] = [
  ...TIMESTAMPS,
  ...renamed(TIMESTAMPS, 'to_timestamp', 'to_timestamp_ltz'),
  { signature: 'to_timestamp_ntz(timestamp_ntz) -> timestamp_ntz', sql: '$1' },
  { signature: 'to_timestamp_ntz(timestamp) -> timestamp_ntz', sql: '$1::timestamp' },
  { signature: 'to_timestamp_ntz(date) -> timestamp_ntz', sql: '$1::timestamp' },
  { signature: 'to_timestamp_ntz(string, string) -> timestamp_ntz', lower: toTimestampNtz },
  { signature: 'to_date(date) -> date', sql: '$1' },
  { signature: 'to_date(timestamp) -> date', sql: '$1::date' },
  { signature: 'to_date(timestamp_ntz) -> date', sql: '$1::date' },
  { signature: 'to_date(string, string) -> date', lower: toDate },
  { signature: 'to_date(date, string) -> date', sql: '$1' },
  { signature: 'to_date(timestamp, string) -> date', sql: '$1::date' },
  { signature: 'try_to_date(date) -> date', sql: '$1' },
  { signature: 'try_to_date(timestamp) -> date', sql: '$1::date' },
  { signature: 'try_to_date(string) -> date', sql: 'spark_compat.try_date($1)' },
  { signature: 'try_to_date(string, string) -> date', lower: toDate },
  { signature: 'time(time) -> time', sql: '$1' },
  { signature: 'to_time(time) -> time', sql: '$1' },
  { signature: 'to_time(string, string) -> time', lower: toTime },
  { signature: 'try_to_time(string) -> time', sql: 'spark_compat.try_time($1)' },
  { signature: 'try_to_time(string, string) -> time', lower: toTime },
  { signature: 'unix_timestamp() -> bigint', sql: 'floor(extract(epoch FROM now()))::bigint' },
  ...UNIX,
  ...renamed(UNIX, 'unix_timestamp', 'to_unix_timestamp'),
]

function toTimestamp(call: FunctionCall): Bound {
  return parsed(call, constantPattern(call, 1), 'timestamp', TIMESTAMP)
}

function toTimestampNtz(call: FunctionCall): Bound {
  return parsed(call, constantPattern(call, 1), 'timestamp_ntz', TIMESTAMP_NTZ)
}

function toTime(call: FunctionCall): Bound {
  return parsed(call, constantPattern(call, 1), 'time', TIME)
}

function toDate(call: FunctionCall): Bound {
  const pattern = constantPattern(call, 1)
  const hasZone = shapesOf(call, pattern ?? '').some((shape) => shape.hasZone)
  const value = parsed(call, pattern, hasZone ? 'timestamp' : 'timestamp_ntz', TIMESTAMP)
  return call.template('$1::date', [value], DATE)
}

function unixTimestamp(call: FunctionCall): Bound {
  const pattern = call.arguments.length > 1 ? constantPattern(call, 1) : DEFAULT_PATTERN
  const value = parsed(call, pattern, 'timestamp', TIMESTAMP)
  return call.template('floor(extract(epoch FROM $1))::bigint', [value], BIGINT)
}

/** Each shape in turn; what fits none is an error, or NULL for the functions that try. */
function parsed(call: FunctionCall, pattern: string | null, to: string, type: SparkType): Bound {
  if (pattern === null) return call.cast(call.template('NULL', [], { kind: 'void' }), type)
  const shapes = shapesOf(call, pattern)
  const last = shapes.length - 1
  const value = argument(call, 0)
  const given = value.untyped ? call.template('$1::text', [value], value.type) : value
  const tries = shapes.map((shape, place) => {
    const prefix = place < last || call.name.startsWith('try_') ? 'try_parse' : 'parse'
    return read(call, given, shape, `spark_compat.${prefix}`, to, type)
  })
  const [only] = tries
  if (only && tries.length === 1) return only
  return call.template(
    `coalesce(${tries.map((_, place) => `$${place + 1}`).join(', ')})`,
    tries,
    type,
  )
}

/** The name of a zone is apart, as Java and Postgres do not mean the same by all of them. */
function read(
  call: FunctionCall,
  text: Bound,
  { shape, arrangement, zoneName }: TextShape,
  parse: string,
  to: string,
  type: SparkType,
): Bound {
  const values = [text, boundText(shape), boundText(arrangement)]
  if (zoneName === undefined || to !== 'timestamp') {
    return call.template(`${parse}_${to}($1, $2, $3)`, values, type)
  }
  const zone = 'spark_compat.zone(regexp_replace($1, $2, $4))'
  return call.template(
    `(${parse}_timestamp_ntz($1, $2, $3) AT TIME ZONE ${zone})`,
    [...values, boundText(zoneName)],
    type,
  )
}

function shapesOf(call: FunctionCall, pattern: string): readonly TextShape[] {
  const shapes = readWithPattern(pattern)
  return 'refused' in shapes
    ? call.refuse(`${shapes.refused}, has no counterpart in Postgres`)
    : shapes
}
