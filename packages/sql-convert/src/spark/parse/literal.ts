import type { Expression } from '../ast/expression.js'
import type { Parser } from './parser.js'

/** A number, string, parameter, NULL, TRUE, FALSE, or a string with its type before it. */
export function parseLiteral(parser: Parser): Expression | undefined {
  const { cursor } = parser
  const token = cursor.peek()
  switch (token.kind) {
    case 'number': {
      cursor.next()
      const { text, type } = token
      return { kind: 'number', digits: text, type, start: token.start, end: token.end }
    }
    case 'string':
      return {
        kind: 'literal',
        value: adjacentStrings(parser),
        start: token.start,
        end: cursor.end(),
      }
    case 'binary':
      cursor.next()
      return { kind: 'literal', value: { hex: token.text }, start: token.start, end: token.end }
    case 'parameter': {
      cursor.next()
      const { style, text } = token
      return { kind: 'parameter', style, name: text, start: token.start, end: token.end }
    }
    case 'word':
      return wordLiteral(parser, token.upper)
    default:
      return undefined
  }
}

/** `'a' 'b'` is one string. */
function adjacentStrings({ cursor }: Parser): string {
  let value = ''
  for (let more = cursor.string(); more !== undefined; more = cursor.string()) value += more
  return value
}

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['NULL', null],
  ['TRUE', true],
  ['FALSE', false],
])
const TYPES = new Set(['DATE', 'TIME', 'TIMESTAMP', 'TIMESTAMP_LTZ', 'TIMESTAMP_NTZ', 'X'])

function wordLiteral(parser: Parser, word: string): Expression | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  const constant = CONSTANTS.get(word)
  if (constant !== undefined && !cursor.atSymbol('(', 1) && !cursor.atSymbol('.', 1)) {
    cursor.next()
    return { kind: 'literal', value: constant, start: first.start, end: cursor.end() }
  }
  if (!TYPES.has(word) || cursor.peek(1).kind !== 'string') return undefined
  cursor.next()
  const value = adjacentStrings(parser)
  return word === 'X'
    ? { kind: 'literal', value: { hex: value }, start: first.start, end: cursor.end() }
    : { kind: 'typed literal', type: word, value, start: first.start, end: cursor.end() }
}
