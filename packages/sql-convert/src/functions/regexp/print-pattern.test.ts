import { describe, expect, test } from 'vitest'
import { PatternError } from './pattern.js'
import { printPattern } from './print-pattern.js'
import { readPattern } from './read-pattern.js'

describe('a pattern of Java becomes one of PostgreSQL', () => {
  test.each([
    ['(\\d+)-(\\d+)', '([0-9]+)-([0-9]+)'],
    ['\\bword\\B', '\\yword\\Y'],
    ['a.c', 'a[^\\n\\r]c'],
    ['(?s)a.c', 'a.c'],
    ['(?i)abc', '(?i)abc'],
    ['(?m)^x$', '(?w)^x$'],
    ['(?x) a b # c', 'ab'],
    ['[\\w.-]+@[^\\s@]+', '[A-Za-z0-9_.\\-]+@[^ \\t\\n\\v\\f\\r@]+'],
    ['[\\s\\S]', '.'],
    ['[^\\W_]', '(?:(?![_])[A-Za-z0-9_])'],
    ['\\Qa.b|c\\E', 'a\\.b\\|c'],
    ['\\u0041\\x42\\t', 'AB\\u0009'],
    ['\\p{L}\\P{Lu}', '[[:alpha:]][^[:upper:]]'],
    ['(?<y>\\d{4})\\k<y>', '([0-9]{4})\\1'],
    ['(?<=a)b(?!c)', '(?<=a)b(?!c)'],
    ['x{2,}y{3}z{0,1}', 'x{2,}y{3}z?'],
    ['a\\z', 'a\\Z'],
  ])('%s becomes %s', (java, postgres) => {
    expect(printPattern(readPattern(java), 'kept')).toBe(postgres)
  })

  test('groups go where only the whole match is wanted', () => {
    expect(printPattern(readPattern('(a)(b)'), 'none')).toBe('(?:a)(?:b)')
  })

  test('a group round everything shifts the back references', () => {
    expect(printPattern(readPattern('(a)\\1'), 'whole')).toBe('((a)\\2)')
  })
})

test.each([
  'a++',
  '(?>a)',
  'a(?i)b',
  '[a-z&&[^b]]',
  'x{300}',
  '\\Gx',
  '\\p{Greek}',
  '(',
  'a)',
  '*a',
  '\\',
  '(?=(a))b',
  '(?l)',
])('%s is refused', (java) => {
  expect(() => readPattern(java)).toThrow(PatternError)
})
