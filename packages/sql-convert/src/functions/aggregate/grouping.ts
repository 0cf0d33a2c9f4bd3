import type { Bound } from '../../lower/bound.js'
import { BIGINT, UNKNOWN } from '../../type/spark-type.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

export const GROUPING_RULES: readonly FunctionRule[] = [
  { signature: 'grouping(any) -> tinyint', sql: 'GROUPING($1)::smallint' },
  { signature: 'grouping_id() -> bigint', lower: groupingId },
  { signature: 'grouping_id(any…) -> bigint', lower: groupingId },
]

/** Without arguments it is of all keys, which are not known yet when a list is read for the first time. */
function groupingId(call: FunctionCall): Bound {
  const given = call.arguments.map(({ pg }) => pg)
  const keys = given.length > 0 ? given : (call.groupKeys ?? [])
  const values = keys.map((pg): Bound => ({ pg, type: UNKNOWN }))
  const places = values.map((_, place) => `$${place + 1}`)
  return call.template(`GROUPING(${places.join(', ')})::bigint`, values, BIGINT)
}
