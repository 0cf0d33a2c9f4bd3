import type { IntervalLiteral, IntervalPart } from '../ast/expression.js'
import type { Parser } from './parser.js'

const UNITS = new Set(
  [
    'YEAR',
    'QUARTER',
    'MONTH',
    'WEEK',
    'DAY',
    'HOUR',
    'MINUTE',
    'SECOND',
    'MILLISECOND',
    'MICROSECOND',
    'NANOSECOND',
  ].flatMap((unit) => [unit, `${unit}S`]),
)

/** `INTERVAL` and its parts; undefined when INTERVAL is a name or function here. */
export function parseInterval(parser: Parser): IntervalLiteral | undefined {
  const { cursor } = parser
  const first = cursor.next()
  const parts: IntervalPart[] = []
  for (;;) {
    const part = parsePart(parser)
    if (part === undefined) break
    parts.push(part)
  }
  return parts.length === 0
    ? undefined
    : { kind: 'interval', parts, start: first.start, end: cursor.end() }
}

function parsePart(parser: Parser): IntervalPart | undefined {
  const { cursor } = parser
  const start = cursor.position()
  const token = cursor.peek()
  const isAlone = token.kind === 'string'
  if (token.kind === 'word' && (UNITS.has(token.upper) || !isUnit(parser, 1))) return undefined
  if (token.kind === 'symbol' && !['(', '-', '+'].includes(token.text)) return undefined
  if (token.kind === 'end' || token.kind === 'quoted name') return undefined
  const value = parser.operand(TIGHT)
  if (!isUnit(parser, 0)) {
    if (isAlone && value.kind === 'literal') return { value }
    cursor.reset(start)
    return undefined
  }
  const unit = takeUnit(parser)
  return cursor.take('TO') ? { value, unit, to: takeUnit(parser) } : { value, unit }
}

/** Above every binary operator: a sign and a primary. */
const TIGHT = 11

function isUnit({ cursor }: Parser, ahead: number): boolean {
  const token = cursor.peek(ahead)
  return token.kind === 'word' && UNITS.has(token.upper)
}

/** In capitals, without the plural's S. */
function takeUnit({ cursor }: Parser): string {
  const token = cursor.next()
  if (token.kind !== 'word' || !UNITS.has(token.upper)) return cursor.fail('a unit such as DAY')
  return token.upper.replace(/S$/, '')
}
