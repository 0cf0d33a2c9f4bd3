import type { Query } from '../ast/query.js'
import { ParseError } from './parse-error.js'
import type { Parser } from './parser.js'
import { isQueryAhead } from './query-ahead.js'

/**
 * A query with its parentheses, undefined when something else stands in them. Behind several
 * parentheses only the reading tells: `((SELECT 1) UNION …)` is a query, `((SELECT 1) + 1)` is none.
 */
export function takeQueryInParentheses(parser: Parser): Query | undefined {
  const { cursor } = parser
  if (!isQueryAhead(cursor)) return undefined
  const start = cursor.position()
  const isCertain = !cursor.atSymbol('(', 1)
  try {
    cursor.needSymbol('(')
    const query = parser.query()
    cursor.needSymbol(')')
    return query
  } catch (error) {
    if (isCertain || !(error instanceof ParseError)) throw error
    cursor.reset(start)
    return undefined
  }
}
