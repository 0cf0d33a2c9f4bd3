import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineIndex } from './line-index.js'

test('places count from 1, and CR, LF and both end a line', () => {
  const { at, line } = lineIndex('a\r\nbc\rd\n')
  expect(at(0)).toEqual({ line: 1, column: 1 })
  expect(at(4)).toEqual({ line: 2, column: 2 })
  expect(at(6)).toEqual({ line: 3, column: 1 })
  expect([1, 2, 3, 4, 5].map(line)).toEqual(['a', 'bc', 'd', '', ''])
})

test('a place leads back to its offset', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\t') })
  fc.assert(
    fc.property(text, fc.nat({ max: 30 }), (text, wanted) => {
      const offset = Math.min(wanted, text.length)
      const { at } = lineIndex(text)
      const { line, column } = at(offset)
      const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((m) => m.index + m[0].length)]
      expect((starts[line - 1] ?? Number.NaN) + column - 1).toBe(offset)
      expect(starts[line] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(offset)
    }),
  )
})
