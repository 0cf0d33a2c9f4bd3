import { expect, test } from 'vitest'
import { PatternError } from './pattern.js'
import { readPattern } from './read-pattern.js'
import { postgresReplacement } from './replacement.js'

test.each([
  ['(a)(b)', '$2-$1', '\\2-\\1'],
  ['(a)', '$0!', '\\&!'],
  ['(a)', '$12', '\\12'],
  ['a', '\\$1 & \\\\', '$1 & \\\\'],
  ['(?<name>a)', `<\${name}>`, '<\\1>'],
])('in %s the replacement %s becomes %s', (pattern, java, postgres) => {
  expect(postgresReplacement(java, readPattern(pattern))).toBe(postgres)
})

test.each(['$', '$3', `\${none}`, 'end\\'])('the replacement %s is refused', (java) => {
  expect(() => postgresReplacement(java, readPattern('(a)'))).toThrow(PatternError)
})
