import type { Bound } from '../../lower/bound.js'
import { TIMESTAMP, TIMESTAMP_NTZ } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { zoneOf } from './zone.js'

export const ZONE_RULES: readonly FunctionRule[] = [
  { signature: 'from_utc_timestamp(timestamp, string) -> timestamp', lower: fromUtc },
  { signature: 'to_utc_timestamp(timestamp, string) -> timestamp', lower: toUtc },
  { signature: 'convert_timezone(string, timestamp_ntz) -> timestamp_ntz', lower: convertFromHere },
  { signature: 'convert_timezone(string, timestamp) -> timestamp_ntz', lower: convertFromHere },
  { signature: 'convert_timezone(string, string, timestamp_ntz) -> timestamp_ntz', lower: convert },
  { signature: 'convert_timezone(string, string, timestamp) -> timestamp_ntz', lower: convert },
  { signature: 'current_timezone() -> string', sql: "current_setting('TimeZone')" },
]

function fromUtc(call: FunctionCall): Bound {
  const values = [argument(call, 0), zoneOf(call, argument(call, 1))]
  return call.template("($1 AT TIME ZONE $2 AT TIME ZONE 'UTC')", values, TIMESTAMP)
}

function toUtc(call: FunctionCall): Bound {
  const values = [argument(call, 0), zoneOf(call, argument(call, 1))]
  return call.template("($1 AT TIME ZONE 'UTC' AT TIME ZONE $2)", values, TIMESTAMP)
}

function convertFromHere(call: FunctionCall): Bound {
  const values = [argument(call, 1), zoneOf(call, argument(call, 0))]
  return call.template('($1::timestamptz AT TIME ZONE $2)', values, TIMESTAMP_NTZ)
}

function convert(call: FunctionCall): Bound {
  const values = [
    argument(call, 2),
    zoneOf(call, argument(call, 0)),
    zoneOf(call, argument(call, 1)),
  ]
  return call.template('($1::timestamp AT TIME ZONE $2 AT TIME ZONE $3)', values, TIMESTAMP_NTZ)
}
