import type { Bound } from '../../lower/bound.js'
import { BOOLEAN } from '../../type/spark-type.js'
import { constantText } from '../constant.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

/** The functions `like` and `ilike`; the operators of these names are lowered with the predicates. */
export const LIKE_RULES: readonly FunctionRule[] = [
  { signature: 'like(string, string) -> boolean', lower: (call) => like(call, 'LIKE') },
  { signature: 'like(string, string, string) -> boolean', lower: (call) => like(call, 'LIKE') },
  { signature: 'ilike(string, string) -> boolean', lower: (call) => like(call, 'ILIKE') },
  { signature: 'ilike(string, string, string) -> boolean', lower: (call) => like(call, 'ILIKE') },
]

function like(call: FunctionCall, operator: 'ILIKE' | 'LIKE'): Bound {
  const escaping = call.arguments[2]
  if (escaping !== undefined && constantText(escaping)?.length !== 1) {
    return call.refuse('the escape of a pattern must be one literal character')
  }
  const text = `($1 ${operator} $2${escaping === undefined ? '' : ' ESCAPE $3'})`
  return call.template(text, call.arguments, BOOLEAN)
}
