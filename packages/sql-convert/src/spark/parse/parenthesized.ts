import type { Expression, NamedExpression } from '../ast/expression.js'
import { commaList } from './comma-list.js'
import { parseLambda } from './lambda.js'
import type { Parser } from './parser.js'
import { takeQueryInParentheses } from './query-in-parentheses.js'

/** `(SELECT …)`, `(x, y) -> …`, `(a, b)`, or a value in parentheses, which are dropped. */
export function parseParenthesized(parser: Parser): Expression | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  if (!cursor.atSymbol('(')) return undefined
  const lambda = parseLambda(parser)
  if (lambda) return lambda
  const query = takeQueryInParentheses(parser)
  if (query) return { kind: 'scalar query', query, ...cursor.spanFrom(first) }
  cursor.needSymbol('(')
  if (cursor.takeSymbol(')')) return { kind: 'row', items: [], ...cursor.spanFrom(first) }
  const items = commaList(cursor, () => namedExpression(parser))
  cursor.needSymbol(')')
  const [only] = items
  if (only && items.length === 1 && only.alias === undefined) {
    return { ...only.value, ...cursor.spanFrom(first) }
  }
  return { kind: 'row', items, ...cursor.spanFrom(first) }
}

function namedExpression({ cursor, expression }: Parser): NamedExpression {
  const value = expression()
  if (!cursor.take('AS')) return { value }
  return { value, alias: cursor.needPart('a name') }
}
