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

function parseCase({ cursor, expression }: Parser): Case | undefined {
  const first = cursor.next()
  if (cursor.atSymbol('.') || cursor.peek().kind === 'end') return undefined
  const value = cursor.at('WHEN') ? undefined : expression()
  const branches = []
  while (cursor.take('WHEN')) {
    const when = expression()
    cursor.need('THEN')
    branches.push({ when, result: expression() })
  }
  if (branches.length === 0) cursor.fail('WHEN')
  const otherwise = cursor.take('ELSE') ? expression() : undefined
  cursor.need('END')
  return {
    kind: 'case',
    ...(value && { value }),
    branches,
    ...(otherwise && { otherwise }),
    ...cursor.spanFrom(first),
  }
}

function parseCast({ cursor, expression, dataType }: Parser): Expression | undefined {
  const first = cursor.next()
  if (!cursor.takeSymbol('(')) return undefined
  const value = expression()
  cursor.need('AS')
  const type = dataType()
  cursor.needSymbol(')')
  const isTry = first.kind === 'word' && first.upper === 'TRY_CAST'
  return { kind: 'cast', value, type, try: isTry, ...cursor.spanFrom(first) }
}

/** `exists(array, x -> …)` is a function. */
function parseExists(parser: Parser): Expression | undefined {
  const first = parser.cursor.next()
  const query = takeQueryInParentheses(parser)
  return query && { kind: 'exists', query, ...parser.cursor.spanFrom(first) }
}

/** `EXTRACT(YEAR FROM d)` is the call extract('YEAR', d). */
function parseExtract({ cursor, expression }: Parser): Call | undefined {
  const first = cursor.next()
  if (!cursor.takeSymbol('(')) return undefined
  const field = cursor.peek()
  const name = cursor.string() ?? cursor.needPart('a field such as YEAR')
  if (!cursor.take('FROM')) return undefined
  const value = expression()
  cursor.needSymbol(')')
  const what = { kind: 'literal', value: name, start: field.start, end: field.end } as const
  return { ...plainCall('extract', [what, value]), ...cursor.spanFrom(first) }
}

function parseTrim({ cursor, expression }: Parser): Expression | undefined {
  const first = cursor.next()
  if (!cursor.takeSymbol('(')) return undefined
  const written = (['BOTH', 'LEADING', 'TRAILING'] as const).find((side) => cursor.take(side))
  const side = trimSide(written)
  const inside = cursor.at('FROM') ? undefined : expression()
  if (!cursor.take('FROM')) return undefined
  const value = expression()
  cursor.needSymbol(')')
  const characters = inside && { characters: inside }
  return { kind: 'trim', side, ...characters, value, ...cursor.spanFrom(first) }
}

function trimSide(written: 'BOTH' | 'LEADING' | 'TRAILING' | undefined) {
  if (written === 'LEADING') return 'leading'
  return written === 'TRAILING' ? 'trailing' : 'both'
}

/** `substring(s FROM 2 FOR 3)` is the call substring(s, 2, 3); with commas it is a plain call anyway. */
function withKeywords(
  { cursor, expression, operand }: Parser,
  keywords: readonly string[],
): Call | undefined {
  const first = cursor.next()
  if (first.kind !== 'word' || !cursor.takeSymbol('(')) return undefined
  const values = [operand()]
  for (const keyword of keywords) if (cursor.take(keyword)) values.push(expression())
  if (values.length === 1 || !cursor.takeSymbol(')')) return undefined
  return { ...plainCall(first.text, values), ...cursor.spanFrom(first) }
}

function plainCall(name: string, values: readonly Expression[]) {
  return {
    kind: 'call',
    name: [name],
    arguments: values.map((value) => ({ value })),
    distinct: false,
    orderBy: [],
  } as const
}
