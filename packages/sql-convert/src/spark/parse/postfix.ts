import type { Expression, JsonPath } from '../ast/expression.js'
import type { Parser } from './parser.js'

/** `::type`, `[index]`, `.field`, `:json.path` and COLLATE behind a value, as often as they come. */
export function parsePostfix(parser: Parser, first: Expression): Expression {
  let value = first
  for (;;) {
    const more = onePostfix(parser, value)
    if (more === undefined) return value
    value = more
  }
}

function onePostfix(parser: Parser, value: Expression): Expression | undefined {
  const { cursor } = parser
  if (cursor.takeSymbol('::')) {
    const type = parser.dataType()
    return { kind: 'cast', value, type, try: false, start: value.start, end: cursor.end() }
  }
  if (cursor.takeSymbol('[')) {
    const index = parser.expression()
    cursor.needSymbol(']')
    return { kind: 'subscript', value, index, start: value.start, end: cursor.end() }
  }
  if (cursor.takeSymbol('.')) {
    const name = cursor.needPart('a field')
    return { kind: 'field', value, name, start: value.start, end: cursor.end() }
  }
  if (cursor.atSymbol(':') && isPathStart(parser)) return jsonPath(parser, value)
  if (cursor.take('COLLATE')) {
    const collation = [cursor.needPart('a collation')]
    while (cursor.takeSymbol('.')) collation.push(cursor.needPart('a collation'))
    return { kind: 'collate', value, collation, start: value.start, end: cursor.end() }
  }
  return undefined
}

function isPathStart({ cursor }: Parser): boolean {
  const token = cursor.peek(1)
  return token.kind === 'word' || token.kind === 'quoted name' || cursor.atSymbol('[', 1)
}

function jsonPath(parser: Parser, value: Expression): JsonPath {
  const { cursor } = parser
  const path: (string | number | '*')[] = []
  cursor.needSymbol(':')
  if (!cursor.atSymbol('[')) path.push(cursor.needPart('a key'))
  for (;;) {
    if (cursor.takeSymbol('.')) path.push(cursor.needPart('a key'))
    else if (cursor.takeSymbol('[')) {
      path.push(pathElement(parser))
      cursor.needSymbol(']')
    } else return { kind: 'json path', value, path, start: value.start, end: cursor.end() }
  }
}

function pathElement({ cursor }: Parser): string | number {
  const token = cursor.next()
  if (token.kind === 'string') return token.text
  if (token.kind === 'number') return Number(token.text)
  if (token.kind === 'symbol' && token.text === '*') return '*'
  return cursor.fail('a key or place')
}
