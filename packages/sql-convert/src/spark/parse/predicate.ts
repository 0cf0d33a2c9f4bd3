import type { Expression, Is, Like } from '../ast/expression.js'
import { commaList } from './comma-list.js'
import type { Parser } from './parser.js'
import { QUERY_WORDS } from './query-ahead.js'

/** `IS …`, `[NOT] BETWEEN | IN | LIKE | ILIKE | RLIKE …` behind a value; undefined when none stands here. */
export function parsePredicate(parser: Parser, value: Expression): Expression | undefined {
  const { cursor } = parser
  if (cursor.take('IS')) return parseIs(parser, value)
  const start = cursor.position()
  const not = cursor.take('NOT') || cursor.takeSymbol('!')
  const found =
    parseBetween(parser, value, not) ?? parseIn(parser, value, not) ?? parseLike(parser, value, not)
  if (found === undefined) cursor.reset(start)
  return found
}

function parseIs(parser: Parser, value: Expression): Is {
  const { cursor } = parser
  const not = cursor.take('NOT')
  const what = isWhat(parser)
  return { kind: 'is', value, not, what, start: value.start, end: cursor.end() }
}

function isWhat(parser: Parser): Is['what'] {
  const { cursor } = parser
  if (cursor.take('NULL')) return 'null'
  if (cursor.take('TRUE')) return 'true'
  if (cursor.take('FALSE')) return 'false'
  if (cursor.take('UNKNOWN')) return 'unknown'
  cursor.need('DISTINCT', 'FROM')
  return { distinctFrom: parser.operand() }
}

function parseBetween(parser: Parser, value: Expression, not: boolean): Expression | undefined {
  const { cursor } = parser
  if (!cursor.take('BETWEEN')) return undefined
  const symmetric = cursor.take('SYMMETRIC')
  if (!symmetric) cursor.take('ASYMMETRIC')
  const low = parser.operand()
  cursor.need('AND')
  const high = parser.operand()
  return {
    kind: 'between',
    value,
    not,
    symmetric,
    low,
    high,
    start: value.start,
    end: cursor.end(),
  }
}

function parseIn(parser: Parser, value: Expression, not: boolean): Expression | undefined {
  const { cursor } = parser
  if (!cursor.take('IN')) return undefined
  cursor.needSymbol('(')
  const isQuery = startsQuery(cursor.peek())
  if (isQuery) {
    const inner = parser.query()
    cursor.needSymbol(')')
    return { kind: 'in query', value, not, query: inner, start: value.start, end: cursor.end() }
  }
  const list = commaList(cursor, () => parser.expression())
  cursor.needSymbol(')')
  return { kind: 'in list', value, not, list, start: value.start, end: cursor.end() }
}

const OPERATORS: ReadonlyMap<string, Like['operator']> = new Map([
  ['LIKE', 'LIKE'],
  ['ILIKE', 'ILIKE'],
  ['RLIKE', 'RLIKE'],
  ['REGEXP', 'RLIKE'],
])

function parseLike(parser: Parser, value: Expression, not: boolean): Expression | undefined {
  const { cursor } = parser
  const token = cursor.peek()
  const operator = token.kind === 'word' ? OPERATORS.get(token.upper) : undefined
  if (operator === undefined) return undefined
  cursor.next()
  const { start } = value
  const quantifier = cursor.take('ALL')
    ? 'all'
    : cursor.take('ANY') || cursor.take('SOME')
      ? 'any'
      : undefined
  if (quantifier !== undefined) {
    cursor.needSymbol('(')
    const patterns = cursor.atSymbol(')') ? [] : commaList(cursor, () => parser.expression())
    cursor.needSymbol(')')
    const end = cursor.end()
    return { kind: 'like', value, not, operator, quantifier, patterns, start, end }
  }
  const patterns = [parser.operand()]
  const escapedBy = cursor.take('ESCAPE')
    ? (cursor.string() ?? cursor.fail('the escape character as a string'))
    : undefined
  return { kind: 'like', value, not, operator, patterns, escapedBy, start, end: cursor.end() }
}

/** Whether a query begins with this token; another parenthesis may open one too. */
function startsQuery(token: ReturnType<Parser['cursor']['peek']>): boolean {
  return QUERY_WORDS.has(token.upper)
}
