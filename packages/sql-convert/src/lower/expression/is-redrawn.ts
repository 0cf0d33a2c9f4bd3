import type { PgExpression } from '../../postgres/expression.js'

const DRAWING =
  /\b(?:gen_random_uuid|random|random_normal|spark_compat\.(?:aes_encrypt|randstr|uniform))\b/

/** Whether it has another value in each row, whatever the row. A query in it is another matter. */
export function isRedrawn(expression: PgExpression): boolean {
  switch (expression.kind) {
    case 'call':
      return DRAWING.test(expression.name) || expression.arguments.some(isRedrawn)
    case 'template':
      return (
        expression.text.parts.some((part) => typeof part === 'string' && DRAWING.test(part)) ||
        expression.arguments.some(isRedrawn)
      )
    case 'cast':
    case 'prefix':
      return isRedrawn(expression.value)
    case 'binary':
      return isRedrawn(expression.left) || isRedrawn(expression.right)
    case 'row':
    case 'array':
      return expression.items.some(isRedrawn)
    case 'case':
      return [
        ...(expression.value ? [expression.value] : []),
        ...expression.branches.flatMap(({ when, result }) => [when, result]),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ].some(isRedrawn)
    default:
      return false
  }
}
