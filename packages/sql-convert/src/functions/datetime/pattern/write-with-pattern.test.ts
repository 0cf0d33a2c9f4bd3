import { expect, test } from 'vitest'
import { writeWithPattern } from './write-with-pattern.js'

test.each([
  { pattern: 'yyyy-MM-dd HH:mm:ss', sql: "to_char($1, 'YYYY-MM-DD HH24:MI:SS')" },
  { pattern: 'd MMMM y', sql: "to_char($1, 'FMDD FMMonth FMYYYY')" },
  { pattern: 'EEEE, hh:mm a', sql: "to_char($1, 'FMDay, HH12:MI AM')" },
  { pattern: "yyyy'T'HH", sql: `to_char($1, 'YYYY"T"HH24')` },
  { pattern: "h 'o''clock'", sql: `to_char($1, 'FMHH12 "o''clock"')` },
  { pattern: 'SSS SSSSSSSSS', sql: `to_char($1, 'FF3 FF6"000"')` },
  { pattern: 'yyyy[-MM]', sql: "to_char($1, 'YYYY-MM')" },
])('writes $pattern by a template of to_char', ({ pattern, sql }) => {
  expect(writeWithPattern(pattern)).toEqual({ sql })
})

test('puts what no template gives between the templates', () => {
  expect(writeWithPattern('yyyy K')).toEqual({
    sql: "(to_char($1, 'YYYY ') || ((extract(hour FROM $1)::int % 12)::text))",
  })
})

test('keeps quotes and backslashes of a literal', () => {
  expect(writeWithPattern(`yyyy'a"b\\c'`)).toEqual({
    sql: `to_char($1, E'YYYY"a\\\\"b\\\\\\\\c"')`,
  })
})

test.each(['YYYY', 'u', 'MMMMM', 'zzzz', 'yyyyyyy', "yyyy'", 'yyyy[', 'yyyy]', 'a b'])(
  'refuses %s',
  (pattern) => expect(writeWithPattern(pattern)).toHaveProperty('refused'),
)
