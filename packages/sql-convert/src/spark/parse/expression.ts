import type { BinaryOperator, Expression } from '../ast/expression.js'
import type { Parser } from './parser.js'
import { parsePostfix } from './postfix.js'
import { parsePredicate } from './predicate.js'

/**
 * How tight the operators bind. Source: Spark 4.1, SqlBaseParser.g4, booleanExpression and
 * valueExpression: from the loosest to the tightest.
 */
const BINDING = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  bitOr: 5,
  bitXor: 6,
  bitAnd: 7,
  shift: 8,
  sum: 9,
  product: 10,
  unary: 11,
} as const

const SYMBOLS: ReadonlyMap<string, readonly [BinaryOperator, number]> = new Map([
  ['=', ['=', BINDING.comparison]],
  ['==', ['=', BINDING.comparison]],
  ['<>', ['<>', BINDING.comparison]],
  ['!=', ['<>', BINDING.comparison]],
  ['<', ['<', BINDING.comparison]],
  ['!>', ['<=', BINDING.comparison]],
  ['<=', ['<=', BINDING.comparison]],
  ['>', ['>', BINDING.comparison]],
  ['!<', ['>=', BINDING.comparison]],
  ['>=', ['>=', BINDING.comparison]],
  ['<=>', ['<=>', BINDING.comparison]],
  ['|', ['|', BINDING.bitOr]],
  ['^', ['^', BINDING.bitXor]],
  ['&', ['&', BINDING.bitAnd]],
  ['<<', ['<<', BINDING.shift]],
  ['>>', ['>>', BINDING.shift]],
  ['>>>', ['>>>', BINDING.shift]],
  ['+', ['+', BINDING.sum]],
  ['-', ['-', BINDING.sum]],
  ['||', ['||', BINDING.sum]],
  ['*', ['*', BINDING.product]],
  ['/', ['/', BINDING.product]],
  ['%', ['%', BINDING.product]],
])

const WORDS: ReadonlyMap<string, readonly [BinaryOperator, number]> = new Map([
  ['AND', ['AND', BINDING.and]],
  ['OR', ['OR', BINDING.or]],
  ['DIV', ['DIV', BINDING.product]],
])

const SIGNS = ['-', '+', '~'] as const

/** @param least operators that bind looser end the expression */
export function parseExpression(parser: Parser, least: number = BINDING.or): Expression {
  let left = parsePrefix(parser, least)
  for (;;) {
    const more = parseInfix(parser, left, least)
    if (more === undefined) return left
    left = more
  }
}

function parsePrefix(parser: Parser, least: number): Expression {
  const { cursor } = parser
  const first = cursor.peek()
  if (least <= BINDING.not && (cursor.at('NOT') || cursor.atSymbol('!'))) {
    cursor.next()
    const value = parser.operand(BINDING.not)
    return { kind: 'unary', operator: 'NOT', value, start: first.start, end: cursor.end() }
  }
  const operator = first.kind === 'symbol' ? SIGNS.find((sign) => sign === first.text) : undefined
  if (operator === undefined) return parsePostfix(parser, parser.primary())
  cursor.next()
  const value = parser.operand(BINDING.unary)
  return { kind: 'unary', operator, value, start: first.start, end: cursor.end() }
}

function parseInfix(parser: Parser, left: Expression, least: number): Expression | undefined {
  const found = findOperator(parser)
  if (found) {
    const [operator, binding] = found
    if (binding < least) return undefined
    parser.cursor.next()
    const right = parser.operand(binding + 1)
    return { kind: 'binary', operator, left, right, start: left.start, end: parser.cursor.end() }
  }
  return least <= BINDING.comparison ? parsePredicate(parser, left) : undefined
}

function findOperator({ cursor }: Parser): readonly [BinaryOperator, number] | undefined {
  const token = cursor.peek()
  if (token.kind === 'symbol') return SYMBOLS.get(token.text)
  return WORDS.get(token.upper)
}
