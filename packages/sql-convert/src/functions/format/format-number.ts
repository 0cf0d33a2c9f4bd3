import type { Bound } from '../../lower/bound.js'
import { STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantText, isConstantNull } from '../constant.js'
import { nullOf } from '../null-of.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

/** `1,234.50`, rounded half to even as java.text.DecimalFormat does. */
export const FORMAT_NUMBER_RULES: readonly FunctionRule[] = [
  {
    signature: 'format_number(number, int) -> string',
    sql: 'spark_compat.format_number($1, $2)',
  },
  {
    signature: 'format_number(unknown, int) -> string',
    sql: 'spark_compat.format_number($1, $2)',
  },
  {
    signature: 'format_number(double, int) -> string',
    sql: 'spark_compat.format_number($1, $2)',
  },
  { signature: 'format_number(number, string) -> string', lower: withPattern },
  { signature: 'format_number(unknown, string) -> string', lower: withPattern },
]

const SHAPE = /^([#,]*[0,]*)(?:\.(0*)(#*))?$/

function withPattern(call: FunctionCall): Bound {
  if (isConstantNull(argument(call, 1))) return nullOf(call, STRING)
  const pattern = constantText(argument(call, 1))
  if (pattern === undefined) return call.refuse('the pattern must be a literal')
  const found = pattern === '' ? undefined : SHAPE.exec(pattern)
  if (!found || pattern.startsWith('.')) {
    return call.refuse(`the pattern ${pattern}`, 'Patterns of # 0 , and . are known.')
  }
  const [, whole = '', zeros = '', more = ''] = found
  const comma = whole.lastIndexOf(',')
  const numbers = [
    Math.max(whole.replaceAll(/[#,]/g, '').length, 1),
    comma < 0 ? 0 : whole.length - comma - 1,
    zeros.length,
    zeros.length + more.length,
  ]
  return call.template(
    `spark_compat.format_number($1, ${numbers.join(', ')})`,
    [argument(call, 0)],
    STRING,
  )
}
