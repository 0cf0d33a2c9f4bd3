import type { Expression, Is, Like } from '../ast/expression.js'
import { commaList } from './comma-list.js'
import type { Parser } from './parser.js'

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
  return { kind: 'is', value, not, what, ...cursor.spanFrom(value) }
}

function isWhat({ cursor, operand }: Parser): Is['what'] {
  if (cursor.take('NULL')) return 'null'
  if (cursor.take('TRUE')) return 'true'
  if (cursor.take('FALSE')) return 'false'
  if (cursor.take('UNKNOWN')) return 'unknown'
  cursor.need('DISTINCT', 'FROM')
  return { distinctFrom: operand() }
}

function parseBetween(
  { cursor, operand }: Parser,
  value: Expression,
  not: boolean,
): Expression | undefined {
  if (!cursor.take('BETWEEN')) return undefined
  const symmetric = cursor.take('SYMMETRIC')
  if (!symmetric) cursor.take('ASYMMETRIC')
  const low = operand()
  cursor.need('AND')
  const high = operand()
  return { kind: 'between', value, not, symmetric, low, high, ...cursor.spanFrom(value) }
}

function parseIn(
  { cursor, expression, query }: Parser,
  value: Expression,
  not: boolean,
): Expression | undefined {
  if (!cursor.take('IN')) return undefined
  cursor.needSymbol('(')
  const isQuery = startsQuery(cursor.peek())
  if (isQuery) {
    const inner = query()
    cursor.needSymbol(')')
    return { kind: 'in query', value, not, query: inner, ...cursor.spanFrom(value) }
  }
  const list = commaList(cursor, expression)
  cursor.needSymbol(')')
  return { kind: 'in list', value, not, list, ...cursor.spanFrom(value) }
}

const OPERATORS: ReadonlyMap<string, Like['operator']> = new Map([
  ['LIKE', 'LIKE'],
  ['ILIKE', 'ILIKE'],
  ['RLIKE', 'RLIKE'],
  ['REGEXP', 'RLIKE'],
])

function parseLike(
  { cursor, operand, expression }: Parser,
  value: Expression,
  not: boolean,
): Expression | undefined {
  const token = cursor.peek()
  const operator = token.kind === 'word' ? OPERATORS.get(token.upper) : undefined
  if (operator === undefined) return undefined
  cursor.next()
  const like = { kind: 'like', value, not, operator } as const
  const quantifier = cursor.take('ALL')
    ? 'all'
    : cursor.take('ANY') || cursor.take('SOME')
      ? 'any'
      : undefined
  if (quantifier !== undefined) {
    cursor.needSymbol('(')
    const patterns = cursor.atSymbol(')') ? [] : commaList(cursor, expression)
    cursor.needSymbol(')')
    return { ...like, quantifier, patterns, ...cursor.spanFrom(value) }
  }
  const patterns = [operand()]
  if (!cursor.take('ESCAPE')) return { ...like, patterns, ...cursor.spanFrom(value) }
  const escapedBy = cursor.string() ?? cursor.fail('the escape character as a string')
  return { ...like, patterns, escapedBy, ...cursor.spanFrom(value) }
}

/** Whether a query begins with this token; another parenthesis may open one too. */
function startsQuery(token: ReturnType<Parser['cursor']['peek']>): boolean {
  return (
    token.kind === 'word' && ['SELECT', 'WITH', 'VALUES', 'FROM', 'TABLE'].includes(token.upper)
  )
}
