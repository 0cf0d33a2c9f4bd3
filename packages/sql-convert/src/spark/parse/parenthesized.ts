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
  if (query) return { kind: 'scalar query', query, start: first.start, end: cursor.end() }
  cursor.needSymbol('(')
  if (cursor.takeSymbol(')'))
    return { kind: 'row', items: [], start: first.start, end: cursor.end() }
  const items = commaList(cursor, () => namedExpression(parser))
  cursor.needSymbol(')')
  const [only] = items
  if (only && items.length === 1 && only.alias === undefined) {
    return { ...only.value, start: first.start, end: cursor.end() }
  }
  return { kind: 'row', items, start: first.start, end: cursor.end() }
}

function namedExpression(parser: Parser): NamedExpression {
  const { cursor } = parser
  const value = parser.expression()
  if (!cursor.take('AS')) return { value }
  return { value, alias: cursor.needPart('a name') }
}
