import type { Query } from '../ast/query.js'
import type { Parser } from './parser.js'

/** LIMIT and OFFSET, in either order. */
export function parseLimits({ cursor, expression }: Parser): Pick<Query, 'limit' | 'offset'> {
  let limits: Pick<Query, 'limit' | 'offset'> = {}
  for (;;) {
    if (cursor.take('LIMIT')) {
      limits = { ...limits, limit: cursor.take('ALL') ? 'all' : expression() }
    } else if (cursor.take('OFFSET')) limits = { ...limits, offset: expression() }
    else return limits
  }
}
