import type { Join, JoinType, TableReference } from '../ast/query.js'
import { parenthesized } from './comma-list.js'
import type { Cursor } from './cursor.js'
import type { Parser } from './parser.js'
import { parsePivot, parseUnpivot } from './pivot.js'
import { parseRelation } from './relation.js'

/** A table with what is joined to it, pivots between. */
export function parseTableReference(parser: Parser): TableReference {
  let left = parseRelation(parser)
  for (;;) {
    const more = parseExtension(parser, left)
    if (more === undefined) return left
    left = more
  }
}

function parseExtension(parser: Parser, left: TableReference): TableReference | undefined {
  const join = parser.join()
  if (join) return { ...join, left, start: left.start }
  const pivot = parsePivot(parser) ?? parseUnpivot(parser)
  return pivot && { ...pivot, table: left, start: left.start }
}

/** Whether a join may stand here: at most places where one might, none does. */
export function beginsJoin(cursor: Cursor): boolean {
  return BEGINNINGS.has(cursor.peek().upper)
}

/** A join without its left side; undefined when none stands here. */
export function parseJoin(parser: Parser): Omit<Join, 'left'> | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  const start = cursor.position()
  const natural = cursor.take('NATURAL')
  const type = takeType(parser)
  if (!cursor.take('JOIN')) {
    cursor.reset(start)
    return undefined
  }
  const right = rightSide(parser)
  const on = cursor.take('ON') ? parser.expression() : undefined
  const using = !on && cursor.take('USING') ? usingColumns(parser) : undefined
  return {
    kind: 'join',
    type,
    natural,
    right,
    on,
    using,
    start: first.start,
    end: cursor.end(),
  }
}

const TYPES: readonly (readonly [readonly string[], JoinType])[] = [
  [['LEFT', 'SEMI'], 'semi'],
  [['LEFT', 'ANTI'], 'anti'],
  [['SEMI'], 'semi'],
  [['ANTI'], 'anti'],
  [['LEFT', 'OUTER'], 'left'],
  [['LEFT'], 'left'],
  [['RIGHT', 'OUTER'], 'right'],
  [['RIGHT'], 'right'],
  [['FULL', 'OUTER'], 'full'],
  [['FULL'], 'full'],
  [['CROSS'], 'cross'],
  [['INNER'], 'inner'],
]
const BEGINNINGS = new Set(['JOIN', 'NATURAL', ...TYPES.map(([[first]]) => first)])

function takeType({ cursor }: Parser): JoinType {
  return TYPES.find(([words]) => cursor.takeAll(words))?.[1] ?? 'inner'
}

/** In `a JOIN b JOIN c ON … ON …` the right side of the first join is the second. */
function rightSide(parser: Parser): TableReference {
  const { cursor } = parser
  let right = parseRelation(parser)
  for (;;) {
    const pivot = parsePivot(parser) ?? parseUnpivot(parser)
    if (!pivot) break
    right = { ...pivot, table: right, start: right.start }
  }
  const start = cursor.position()
  const nested = parser.join()
  if (nested && (nested.on ?? nested.using) && (cursor.at('ON') || cursor.at('USING'))) {
    return { ...nested, left: right, start: right.start }
  }
  cursor.reset(start)
  return right
}

function usingColumns({ cursor }: Parser): readonly string[] {
  return parenthesized(cursor, () => cursor.needPart('a column'))
}
