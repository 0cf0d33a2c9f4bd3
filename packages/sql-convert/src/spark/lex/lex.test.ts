import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lex } from './lex.js'
import { LexError } from './lex-error.js'

const stringValue = (text: string) => {
  const [token] = lex(text)
  return token?.kind === 'string' ? token.text : token?.kind
}

test.each([
  ["'a\\'b'", "a'b"],
  ["'a''b'", "a'b"],
  ['"a\\tb"', 'a\tb'],
  ["'\\u20AC\\101'", '€A'],
  ["'\\%\\_\\q'", '\\%\\_q'],
  ["'\\U0001F600'", '\u{1F600}'],
  ["'\\0'", '\0'],
  ["r'\\n'", '\\n'],
])('the string %s', (text, value) => {
  expect(stringValue(text)).toBe(value)
})

test('every token knows its place, and between tokens are only blanks and comments', () => {
  const piece = fc.constantFrom(
    'select',
    'a1',
    '`q``r`',
    "'s'",
    "r'x'",
    "X'00'",
    '1.5e3',
    '.5',
    '2L',
    '<=>',
    '->',
    '||',
    '|>',
    '::',
    '?',
    ':name',
    '$' + '{v}',
    '{{v}}',
    '$1',
    '(',
    ')',
    '.',
    '/* c */',
    '-- d\n',
    ' ',
    '\n',
  )
  return fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join(' ')
      let last = 0
      for (const { start, end } of lex(text)) {
        expect(text.slice(last, start).replace(/\/\* c \*\/|-- d\n|\s/g, '')).toBe('')
        expect(end).toBeGreaterThanOrEqual(start)
        last = end
      }
      expect(last).toBe(text.length)
    }),
  )
})

test('any text is lexed or refused', () => {
  return fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      try {
        expect(lex(text).at(-1)).toMatchObject({ kind: 'end', end: text.length })
      } catch (error) {
        expect(error).toBeInstanceOf(LexError)
      }
    }),
    { numRuns: 5000 },
  )
})

test.each([
  ['select .5', ['word', 'number', 'end']],
  ['t.5b', ['word', 'symbol', 'word', 'end']],
  ['1.5', ['number', 'end']],
  ['(1),.5e', ['symbol', 'number', 'symbol', 'symbol', 'symbol', 'word', 'end']],
])('a point begins a number where no name goes on behind it: %s', (text, kinds) => {
  expect(lex(text).map(({ kind }) => kind)).toEqual(kinds)
})
