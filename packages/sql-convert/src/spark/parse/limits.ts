import type { Query } from '../ast/query.js'
import type { Parser } from './parser.js'

/** LIMIT and OFFSET, in either order. */
export function parseLimits(parser: Parser): Pick<Query, 'limit' | 'offset'> {
  const { cursor } = parser
  let limit: Query['limit']
  let offset: Query['offset']
  for (;;) {
    if (cursor.take('LIMIT')) limit = cursor.take('ALL') ? 'all' : parser.expression()
    else if (cursor.take('OFFSET')) offset = parser.expression()
    else return { limit, offset }
  }
}
