import type { InlineTable } from '../ast/query.js'
import { takeAlias } from './alias.js'
import { commaList } from './comma-list.js'
import type { Parser } from './parser.js'

/** `VALUES (1, 2), (3, 4) AS t(a, b)`; a row of one value needs no parentheses. */
export function parseInlineTable(parser: Parser): InlineTable {
  const { cursor } = parser
  const first = cursor.peek()
  cursor.need('VALUES')
  const rows = commaList(cursor, () => parser.expression())
  const alias = takeAlias(cursor)
  return { kind: 'inline table', rows, alias, start: first.start, end: cursor.end() }
}
