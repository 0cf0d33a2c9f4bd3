import type { FrameBound, NamedWindow, WindowFrame, WindowSpecification } from '../ast/query.js'
import { commaList } from './comma-list.js'
import type { Parser } from './parser.js'

/** What stands behind OVER or in a WINDOW clause: a specification, or a name. */
export function parseWindow(parser: Parser): WindowSpecification | string {
  const { cursor } = parser
  const first = cursor.peek()
  const name = cursor.takeName()
  if (name !== undefined) return name
  cursor.needSymbol('(')
  const base = isClause(parser) ? undefined : cursor.takeName()
  const partitionBy = takeAnyBy(parser, ['PARTITION', 'DISTRIBUTE', 'CLUSTER'])
    ? commaList(cursor, () => parser.expression())
    : []
  const orderBy = takeAnyBy(parser, ['ORDER', 'SORT']) ? parser.orderItems() : []
  const frame = parseFrame(parser)
  cursor.needSymbol(')')
  return {
    kind: 'window',
    base,
    partitionBy,
    orderBy,
    frame,
    start: first.start,
    end: cursor.end(),
  }
}

/** `WINDOW w AS (…), v AS w` */
export function parseNamedWindows(parser: Parser): readonly NamedWindow[] {
  const { cursor } = parser
  const begins = cursor.at('WINDOW') && cursor.peek(1).kind === 'word'
  if (!begins || !cursor.take('WINDOW')) return []
  return commaList(cursor, () => {
    const name = cursor.needName('the name of a window')
    cursor.need('AS')
    return { name, window: parseWindow(parser) }
  })
}

function isClause({ cursor }: Parser): boolean {
  return (
    ['PARTITION', 'DISTRIBUTE', 'CLUSTER', 'ORDER', 'SORT'].some((word) => cursor.at(word, 'BY')) ||
    cursor.at('ROWS') ||
    cursor.at('RANGE')
  )
}

function takeAnyBy({ cursor }: Parser, words: readonly string[]): boolean {
  return words.some((word) => cursor.take(word, 'BY'))
}

function parseFrame(parser: Parser): WindowFrame | undefined {
  const { cursor } = parser
  const unit = cursor.take('ROWS') ? 'rows' : cursor.take('RANGE') ? 'range' : undefined
  if (unit === undefined) return undefined
  if (!cursor.take('BETWEEN')) return { unit, from: parseBound(parser) }
  const from = parseBound(parser)
  cursor.need('AND')
  return { unit, from, to: parseBound(parser) }
}

function parseBound(parser: Parser): FrameBound {
  const { cursor } = parser
  if (cursor.take('UNBOUNDED', 'PRECEDING')) return 'unbounded preceding'
  if (cursor.take('UNBOUNDED', 'FOLLOWING')) return 'unbounded following'
  if (cursor.take('CURRENT', 'ROW')) return 'current row'
  const distance = parser.operand()
  if (cursor.take('PRECEDING')) return { preceding: distance }
  cursor.need('FOLLOWING')
  return { following: distance }
}
