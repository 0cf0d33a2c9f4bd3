import type { QueryBody, SetOperation } from '../ast/query.js'
import { parseInlineTable } from './inline-table.js'
import type { Parser } from './parser.js'
import { parseFromFirst, parseSelect } from './select.js'

/** Selects joined by set operations; INTERSECT binds tighter than UNION and EXCEPT. */
export function parseQueryBody(parser: Parser): QueryBody {
  let left = intersections(parser)
  for (;;) {
    const operator = takeOperator(parser, ['union', 'except'])
    if (operator === undefined) return left
    left = join(parser, operator, left, intersections)
  }
}

function intersections(parser: Parser): QueryBody {
  let left = parsePrimaryQuery(parser)
  for (;;) {
    const operator = takeOperator(parser, ['intersect'])
    if (operator === undefined) return left
    left = join(parser, operator, left, parsePrimaryQuery)
  }
}

type Operator = SetOperation['operator']
const WORDS: readonly (readonly [string, Operator])[] = [
  ['UNION', 'union'],
  ['EXCEPT', 'except'],
  ['MINUS', 'except'],
  ['INTERSECT', 'intersect'],
]

function takeOperator({ cursor }: Parser, wanted: readonly Operator[]): Operator | undefined {
  return WORDS.find(([word, operator]) => wanted.includes(operator) && cursor.take(word))?.[1]
}

/** What follows the word of a set operation, up to its right side. */
export function parseSetOperation(
  parser: Parser,
  rightSide: (parser: Parser) => QueryBody = parsePrimaryQuery,
): Omit<SetOperation, 'left'> | undefined {
  const first = parser.cursor.peek()
  const operator = takeOperator(parser, ['union', 'except', 'intersect'])
  if (operator === undefined) return undefined
  return { ...operation(parser, operator, rightSide), ...parser.cursor.spanFrom(first) }
}

function join(
  parser: Parser,
  operator: Operator,
  left: QueryBody,
  rightSide: (parser: Parser) => QueryBody,
): SetOperation {
  return { ...operation(parser, operator, rightSide), left, ...parser.cursor.spanFrom(left) }
}

function operation(
  parser: Parser,
  operator: Operator,
  rightSide: (parser: Parser) => QueryBody,
): Omit<SetOperation, 'left' | 'start' | 'end'> {
  const all = parser.cursor.take('ALL')
  if (!all) parser.cursor.take('DISTINCT')
  const byName = parser.cursor.take('BY', 'NAME')
  return { kind: 'set operation', operator, all, byName, right: rightSide(parser) }
}

function parsePrimaryQuery(parser: Parser): QueryBody {
  const { cursor } = parser
  const first = cursor.peek()
  if (cursor.takeSymbol('(')) {
    const query = parser.query()
    cursor.needSymbol(')')
    return { ...query, ...cursor.spanFrom(first) }
  }
  if (cursor.at('SELECT')) return parseSelect(parser)
  if (cursor.at('FROM')) return parseFromFirst(parser)
  if (cursor.at('VALUES')) return parseInlineTable(parser)
  if (!cursor.take('TABLE')) return cursor.fail('a query')
  const name = [cursor.needPart('a table')]
  while (cursor.takeSymbol('.')) name.push(cursor.needPart('a table'))
  return { kind: 'table query', name, ...cursor.spanFrom(first) }
}
