import type { Bound } from '../../lower/bound.js'
import { BIGINT } from '../../type/spark-type.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

export const GROUPING_RULES: readonly FunctionRule[] = [
  { signature: 'grouping(any) -> tinyint', sql: 'GROUPING($1)::smallint' },
  { signature: 'grouping_id(any…) -> bigint', lower: groupingId },
]

function groupingId(call: FunctionCall): Bound {
  const places = call.arguments.map((_, place) => `$${place + 1}`)
  return call.template(`GROUPING(${places.join(', ')})::bigint`, call.arguments, BIGINT)
}
