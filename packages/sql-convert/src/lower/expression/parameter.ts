import type { Expression } from '../../spark/ast/expression.js'
import { UNKNOWN } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import type { Context } from '../context.js'

/** `?`, `:name`, `%s` become `$1`, `$2`, …; what a template puts in stays. */
export function lowerParameter(
  context: Context,
  parameter: Extract<Expression, { readonly kind: 'parameter' }>,
): Bound {
  const { style, start } = parameter
  if (style === 'dollar brace' || style === 'double brace') {
    return context.refuse(
      'text that a template puts in',
      parameter,
      'Convert the statement after the template has been filled in, or use a parameter.',
    )
  }
  return { pg: { kind: 'parameter', text: context.parameter(start) }, type: UNKNOWN }
}
