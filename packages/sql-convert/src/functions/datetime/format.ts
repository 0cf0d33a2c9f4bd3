import type { Bound } from '../../lower/bound.js'
import { STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'

import type { FunctionCall, FunctionRule } from '../rule.js'
import { writeWithPattern } from './pattern/write-with-pattern.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'date_format(timestamp, string) -> string', lower: dateFormat },
]

export const FORMAT_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...['to_char', 'to_varchar'].flatMap((name) =>
    ['date', 'timestamp', 'timestamp_ntz'].map(
      (type): FunctionRule => ({
        signature: `${name}(${type}, string) -> string`,
        lower: dateFormat,
      }),
    ),
  ),
  {
    signature: 'from_unixtime(bigint) -> string',
    sql: "to_char(to_timestamp($1), 'YYYY-MM-DD HH24:MI:SS')",
  },
  { signature: 'from_unixtime(bigint, string) -> string', lower: fromUnixtime },
]

export function dateFormat(call: FunctionCall): Bound {
  return written(call, call.cast(argument(call, 0), { kind: 'timestamp' }))
}

function fromUnixtime(call: FunctionCall): Bound {
  return written(
    call,
    call.template('to_timestamp($1)', [argument(call, 0)], { kind: 'timestamp' }),
  )
}

function written(call: FunctionCall, value: Bound): Bound {
  const pattern = constantPattern(call, 1)
  if (pattern === null) return call.template('NULL::text', [], STRING)
  const found = writeWithPattern(pattern)
  if ('refused' in found) return call.refuse(`${found.refused} has no counterpart in Postgres`)
  return call.template(found.sql, [value], STRING)
}

export function constantPattern(call: FunctionCall, place: number): string | null {
  const { constant } = argument(call, place)
  if (typeof constant === 'string' || constant === null) return constant
  return call.refuse('the pattern must be a literal', 'Write the pattern into the call.')
}
