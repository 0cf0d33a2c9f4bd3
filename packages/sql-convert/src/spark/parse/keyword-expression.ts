import type { Span } from '../../source/span.js'
import type { Call, Case, Expression } from '../ast/expression.js'
import { parseInterval } from './interval.js'
import type { Parser } from './parser.js'
import { takeQueryInParentheses } from './query-in-parentheses.js'

type Rule = (parser: Parser) => Expression | undefined

/** Expressions that begin with a word of their own; each undefined where the word is just a name. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['CASE', parseCase],
  ['CAST', parseCast],
  ['TRY_CAST', parseCast],
  ['EXISTS', parseExists],
  ['EXTRACT', parseExtract],
  ['INTERVAL', parseInterval],
  ['TRIM', parseTrim],
  ['SUBSTRING', (parser) => withKeywords(parser, ['FROM', 'FOR'])],
  ['SUBSTR', (parser) => withKeywords(parser, ['FROM', 'FOR'])],
  ['OVERLAY', (parser) => withKeywords(parser, ['PLACING', 'FROM', 'FOR'])],
  ['POSITION', (parser) => withKeywords(parser, ['IN'])],
])

export function parseKeywordExpression(parser: Parser): Expression | undefined {
  const token = parser.cursor.peek()
  if (token.kind !== 'word') return undefined
  const rule = RULES.get(token.upper)
  if (rule === undefined) return undefined
  const start = parser.cursor.position()
  const found = rule(parser)
  if (found === undefined) parser.cursor.reset(start)
  return found
}

function parseCase(parser: Parser): Case | undefined {
  const { cursor } = parser
  const first = cursor.next()
  if (cursor.atSymbol('.') || cursor.peek().kind === 'end') return undefined
  const value = cursor.at('WHEN') ? undefined : parser.expression()
  const branches = []
  while (cursor.take('WHEN')) {
    const when = parser.expression()
    cursor.need('THEN')
    branches.push({ when, result: parser.expression() })
  }
  if (branches.length === 0) cursor.fail('WHEN')
  const otherwise = cursor.take('ELSE') ? parser.expression() : undefined
  cursor.need('END')
  return {
    kind: 'case',
    value,
    branches,
    otherwise,
    start: first.start,
    end: cursor.end(),
  }
}

function parseCast(parser: Parser): Expression | undefined {
  const { cursor } = parser
  const first = cursor.next()
  if (!cursor.takeSymbol('(')) return undefined
  const value = parser.expression()
  cursor.need('AS')
  const type = parser.dataType()
  cursor.needSymbol(')')
  const isTry = first.kind === 'word' && first.upper === 'TRY_CAST'
  return { kind: 'cast', value, type, try: isTry, start: first.start, end: cursor.end() }
}

/** `exists(array, x -> …)` is a function. */
function parseExists(parser: Parser): Expression | undefined {
  const first = parser.cursor.next()
  const query = takeQueryInParentheses(parser)
  return query && { kind: 'exists', query, start: first.start, end: parser.cursor.end() }
}

/** `EXTRACT(YEAR FROM d)` is the call extract('YEAR', d). */
function parseExtract(parser: Parser): Call | undefined {
  const { cursor } = parser
  const first = cursor.next()
  if (!cursor.takeSymbol('(')) return undefined
  const field = cursor.peek()
  const name = cursor.string() ?? cursor.needPart('a field such as YEAR')
  if (!cursor.take('FROM')) return undefined
  const value = parser.expression()
  cursor.needSymbol(')')
  const what = { kind: 'literal', value: name, start: field.start, end: field.end } as const
  return plainCall('extract', [what, value], { start: first.start, end: cursor.end() })
}

function parseTrim(parser: Parser): Expression | undefined {
  const { cursor } = parser
  const first = cursor.next()
  if (!cursor.takeSymbol('(')) return undefined
  const written = (['BOTH', 'LEADING', 'TRAILING'] as const).find((side) => cursor.take(side))
  const side = trimSide(written)
  const inside = cursor.at('FROM') ? undefined : parser.expression()
  if (!cursor.take('FROM')) return undefined
  const value = parser.expression()
  cursor.needSymbol(')')
  return { kind: 'trim', side, characters: inside, value, start: first.start, end: cursor.end() }
}

function trimSide(written: 'BOTH' | 'LEADING' | 'TRAILING' | undefined) {
  if (written === 'LEADING') return 'leading'
  return written === 'TRAILING' ? 'trailing' : 'both'
}

/** `substring(s FROM 2 FOR 3)` is the call substring(s, 2, 3); with commas it is a plain call anyway. */
function withKeywords(parser: Parser, keywords: readonly string[]): Call | undefined {
  const { cursor } = parser
  const first = cursor.next()
  if (first.kind !== 'word' || !cursor.takeSymbol('(')) return undefined
  const values = [parser.operand()]
  for (const keyword of keywords) if (cursor.take(keyword)) values.push(parser.expression())
  if (values.length === 1 || !cursor.takeSymbol(')')) return undefined
  return plainCall(first.text, values, { start: first.start, end: cursor.end() })
}

function plainCall(name: string, values: readonly Expression[], { start, end }: Span): Call {
  return {
    kind: 'call',
    name: [name],
    arguments: values.map((value) => ({ value })),
    distinct: false,
    orderBy: [],
    start,
    end,
  }
}
