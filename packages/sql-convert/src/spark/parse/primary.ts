import type { Column, Expression, Star } from '../ast/expression.js'
import { parseCall } from './call.js'
import { parseKeywordExpression } from './keyword-expression.js'
import { parseLambda } from './lambda.js'
import { parseLiteral } from './literal.js'
import { parseParenthesized } from './parenthesized.js'
import type { Parser } from './parser.js'
import { QUERY_WORDS } from './query-ahead.js'
import { NAMEABLE, RESERVED } from './reserved.js'

/** A value without operators around it. */
export function parsePrimary(parser: Parser): Expression {
  return (
    parseLiteral(parser) ??
    parseParenthesized(parser) ??
    parseStar(parser) ??
    parseLambda(parser) ??
    parseKeywordExpression(parser) ??
    parseCall(parser) ??
    parseColumn(parser)
  )
}

function parseStar({ cursor }: Parser): Star | undefined {
  const first = cursor.peek()
  if (!cursor.takeSymbol('*')) return undefined
  return {
    kind: 'star',
    qualifier: [],
    except: starExcept(cursor),
    start: first.start,
    end: cursor.end(),
  }
}

/** A name of parts; the last part may be a star. */
function parseColumn({ cursor }: Parser): Column | Star {
  const first = cursor.peek()
  const isReserved =
    first.kind === 'word' && RESERVED.has(first.upper) && !NAMEABLE.has(first.upper)
  if (isReserved || (first.kind !== 'word' && first.kind !== 'quoted name')) {
    return cursor.fail('an expression')
  }
  const parts = [cursor.needPart('a column')]
  while (cursor.atSymbol('.')) {
    if (cursor.atSymbol('*', 1)) {
      cursor.next()
      cursor.next()
      const except = starExcept(cursor)
      return { kind: 'star', qualifier: parts, except, start: first.start, end: cursor.end() }
    }
    cursor.next()
    parts.push(cursor.needPart('a field'))
  }
  return { kind: 'column', parts, start: first.start, end: cursor.end() }
}

/** `EXCEPT (a, b.c)`; without a parenthesis EXCEPT begins a set operation. */
function starExcept(cursor: Parser['cursor']): readonly (readonly string[])[] {
  if (!cursor.at('EXCEPT') || !cursor.atSymbol('(', 1) || isQueryAt(cursor, 2)) return []
  cursor.next()
  cursor.needSymbol('(')
  const except: string[][] = []
  do {
    const parts = [cursor.needPart('a column')]
    while (cursor.takeSymbol('.')) parts.push(cursor.needPart('a field'))
    except.push(parts)
  } while (cursor.takeSymbol(','))
  cursor.needSymbol(')')
  return except
}

function isQueryAt(cursor: Parser['cursor'], ahead: number): boolean {
  return cursor.atSymbol('(', ahead) || QUERY_WORDS.has(cursor.peek(ahead).upper)
}
