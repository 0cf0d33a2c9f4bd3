import type { CommonTable, Query } from '../ast/query.js'
import { commaList, parenthesized } from './comma-list.js'
import { parseLimits } from './limits.js'
import { parseQueryOrder } from './order.js'
import type { Parser } from './parser.js'
import { parsePipes } from './pipe.js'
import { parseNamedWindows } from './window.js'

/** `WITH … SELECT … UNION … ORDER BY … LIMIT … |> …` */
export function parseQuery(parser: Parser): Query {
  const { cursor } = parser
  const first = cursor.peek()
  const { recursive, tables } = parseWith(parser)
  const body = parser.queryBody()
  const order = parseQueryOrder(parser)
  const windows = parseNamedWindows(parser)
  const { limit, offset } = parseLimits(parser)
  const pipes = parsePipes(parser)
  return {
    kind: 'query',
    recursive,
    with: tables,
    body,
    order,
    windows,
    limit,
    offset,
    pipes,
    start: first.start,
    end: cursor.end(),
  }
}

/** `WITH [RECURSIVE] a AS (…), b AS (…)`, or nothing. */
export function parseWith(parser: Parser): {
  readonly recursive: boolean
  readonly tables: readonly CommonTable[]
} {
  const { cursor } = parser
  if (!cursor.take('WITH')) return { recursive: false, tables: [] }
  const recursive = cursor.take('RECURSIVE')
  return { recursive, tables: commaList(cursor, () => commonTable(parser)) }
}

function commonTable(parser: Parser): CommonTable {
  const { cursor } = parser
  const first = cursor.peek()
  const name = cursor.needName('the name of a common table')
  const columns = cursor.atSymbol('(')
    ? parenthesized(cursor, () => cursor.needPart('a column'))
    : []
  const most = cursor.take('MAX', 'RECURSION', 'LEVEL') ? parser.expression() : undefined
  cursor.take('AS')
  cursor.needSymbol('(')
  const query = parser.query()
  cursor.needSymbol(')')
  return {
    name,
    columns,
    maxRecursionLevel: most,
    query,
    start: first.start,
    end: cursor.end(),
  }
}
