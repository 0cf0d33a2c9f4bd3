import type { Expression, ExpressionType } from './generator.js'

/** The type of what an expression gives, when it is not null. */
export function expressionType(expression: Expression): ExpressionType {
  return 'type' in expression ? expression.type : expression.kind
}
