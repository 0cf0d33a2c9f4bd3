import { type Bound, boundText } from '../../lower/bound.js'
import { STRING } from '../../type/spark-type.js'
import { typeText } from '../../type/type-text.js'
import { argument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

export const TYPE_RULES: readonly FunctionRule[] = [
  { signature: 'typeof(any) -> string', lower: typeOf },
  {
    signature: 'collation(string) -> string',
    lower: () => boundText('SYSTEM.BUILTIN.UTF8_BINARY'),
  },
]

/** Known without a look at the value. */
function typeOf(call: FunctionCall): Bound {
  const value = argument(call, 0)
  if (value.type.kind !== 'unknown') return boundText(typeText(value.type))
  call.note('approximate', 'the type of a column that is not known is told without its precision')
  return call.template('spark_compat.type_name(pg_typeof($1))', [value], STRING)
}
