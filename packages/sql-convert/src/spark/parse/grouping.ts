import type { Expression } from '../ast/expression.js'
import type { GroupItem, Grouping } from '../ast/query.js'
import { commaList, parenthesized } from './comma-list.js'
import type { Parser } from './parser.js'

/** `GROUP BY …` in all its forms; undefined when there is none. */
export function parseGrouping(parser: Parser): Grouping | undefined {
  const { cursor } = parser
  if (!cursor.take('GROUP', 'BY')) return undefined
  return parseGroupingList(parser)
}

/** What follows the words GROUP BY. */
export function parseGroupingList(parser: Parser): Grouping {
  const { cursor } = parser
  if (cursor.at('ALL') && !['(', ',', '.'].some((symbol) => cursor.atSymbol(symbol, 1))) {
    cursor.next()
    return { all: true, items: [] }
  }
  const items = commaList(cursor, () => groupItem(parser))
  if (cursor.take('WITH', 'ROLLUP')) return { all: false, items, with: 'rollup' }
  if (cursor.take('WITH', 'CUBE')) return { all: false, items, with: 'cube' }
  if (!cursor.take('GROUPING', 'SETS')) return { all: false, items }
  return { all: false, items, sets: parenthesized(cursor, () => plainSet(parser)) }
}

function groupItem(parser: Parser): GroupItem {
  const { cursor } = parser
  if (cursor.at('GROUPING', 'SETS')) {
    cursor.take('GROUPING', 'SETS')
    const sets = parenthesized(cursor, () => setOrItem(parser))
    return { kind: 'grouping sets', type: 'grouping sets', sets }
  }
  for (const [word, type] of [
    ['ROLLUP', 'rollup'],
    ['CUBE', 'cube'],
  ] as const) {
    if (!cursor.at(word) || !cursor.atSymbol('(', 1)) continue
    cursor.next()
    const sets = parenthesized(cursor, () => plainSet(parser))
    return { kind: 'grouping sets', type, sets }
  }
  return parser.expression()
}

/** Grouping sets may hold ROLLUP, CUBE and further grouping sets. */
function setOrItem(parser: Parser): GroupItem | readonly Expression[] {
  const { cursor } = parser
  const nests = cursor.at('GROUPING', 'SETS') || cursor.at('ROLLUP') || cursor.at('CUBE')
  return nests ? groupItem(parser) : plainSet(parser)
}

/** `(a, b)`, `()`, or `a` for `(a)`. */
function plainSet(parser: Parser): readonly Expression[] {
  const value = parser.expression()
  return value.kind === 'row' ? value.items.map((item) => item.value) : [value]
}
