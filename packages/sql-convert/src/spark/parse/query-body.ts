import type { QueryBody, SetOperation } from '../ast/query.js'
import { parseInlineTable } from './inline-table.js'
import type { Parser } from './parser.js'
import { parseFromFirst, parseSelect } from './select.js'

/** Selects joined by set operations; INTERSECT binds tighter than UNION and EXCEPT. */
export function parseQueryBody(parser: Parser): QueryBody {
  let left = intersections(parser)
  for (;;) {
    const operator = takeOperator(parser, LOOSE)
    if (operator === undefined) return left
    left = join(parser, operator, left, intersections)
  }
}

function intersections(parser: Parser): QueryBody {
  let left = parsePrimaryQuery(parser)
  for (;;) {
    const operator = takeOperator(parser, TIGHT)
    if (operator === undefined) return left
    left = join(parser, operator, left, parsePrimaryQuery)
  }
}

type Operator = SetOperation['operator']
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['UNION', 'union'],
  ['EXCEPT', 'except'],
  ['MINUS', 'except'],
  ['INTERSECT', 'intersect'],
])
const LOOSE: readonly Operator[] = ['union', 'except']
const TIGHT: readonly Operator[] = ['intersect']

function takeOperator({ cursor }: Parser, wanted: readonly Operator[]): Operator | undefined {
  const operator = OPERATORS.get(cursor.peek().upper)
  if (operator === undefined || !wanted.includes(operator)) return undefined
  cursor.next()
  return operator
}

/** What follows the word of a set operation, up to its right side. */
export function parseSetOperation(
  parser: Parser,
  rightSide: (parser: Parser) => QueryBody = parsePrimaryQuery,
): Omit<SetOperation, 'left'> | undefined {
  const first = parser.cursor.peek()
  const operator = takeOperator(parser, [...LOOSE, ...TIGHT])
  if (operator === undefined) return undefined
  return operation(parser, operator, rightSide, first.start)
}

function join(
  parser: Parser,
  operator: Operator,
  left: QueryBody,
  rightSide: (parser: Parser) => QueryBody,
): SetOperation {
  return { ...operation(parser, operator, rightSide, left.start), left }
}

function operation(
  parser: Parser,
  operator: Operator,
  rightSide: (parser: Parser) => QueryBody,
  start: number,
): Omit<SetOperation, 'left'> {
  const { cursor } = parser
  const all = cursor.take('ALL')
  if (!all) cursor.take('DISTINCT')
  const byName = cursor.take('BY', 'NAME')
  const right = rightSide(parser)
  return { kind: 'set operation', operator, all, byName, right, start, end: cursor.end() }
}

function parsePrimaryQuery(parser: Parser): QueryBody {
  const { cursor } = parser
  const first = cursor.peek()
  if (cursor.takeSymbol('(')) {
    const query = parser.query()
    cursor.needSymbol(')')
    return { ...query, start: first.start, end: cursor.end() }
  }
  if (cursor.at('SELECT')) return parseSelect(parser)
  if (cursor.at('FROM')) return parseFromFirst(parser)
  if (cursor.at('VALUES')) return parseInlineTable(parser)
  if (!cursor.take('TABLE')) return cursor.fail('a query')
  const name = [cursor.needPart('a table')]
  while (cursor.takeSymbol('.')) name.push(cursor.needPart('a table'))
  return { kind: 'table query', name, start: first.start, end: cursor.end() }
}
