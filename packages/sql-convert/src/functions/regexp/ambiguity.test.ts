import { expect, test } from 'vitest'
import { ambiguity } from './ambiguity.js'
import { readPattern } from './read-pattern.js'

test.each([
  ['a|b', undefined],
  ['Ste(v|ph)en', undefined],
  ['dog|cat', undefined],
  ['ab|a', undefined],
  ['a|ab', 'alternatives'],
  ['\\d+|\\w+', 'alternatives'],
  ['<.*?>', undefined],
  ['.*?(\\d+)', 'lazy'],
  ['^(.*?)-(\\d+)$', undefined],
  ['x{3}.*?', undefined],
  ['ab*?|c', 'lazy'],
  ['[ab]*(bc)?', 'groups'],
  ['[ab]*(bc)?$', undefined],
  ['\\d+(\\.\\d+)?', undefined],
  ['(\\w+\\.)*\\w+', undefined],
  ['(ab?)*', undefined],
  ['(ab?b)*', undefined],
  ['(ba?b*)*', 'groups'],
  ['\\s*(\\d+)?', undefined],
])('%s: %s', (java, doubt) => {
  expect(ambiguity(readPattern(java))).toBe(doubt)
})
