import { expect, test } from 'vitest'
import { createConverter } from '../../convert/create-converter.js'

function converted(query: string): string | undefined {
  const converter = createConverter()
  converter.convert('CREATE TABLE t (code CHAR(5), name VARCHAR(5))')
  return converter.convert(query).statements[0]?.sql[0]?.replaceAll(/\s+/g, ' ')
}

// Spark 4.0.1 has 5, 'b    !' and false where a CHAR(5) holds 'b'.
test.each([
  ['SELECT length(code) FROM t', 'SELECT length(rpad(code::text, 5)) FROM t'],
  ["SELECT code || '!' FROM t", "SELECT rpad(code::text, 5) || '!' FROM t"],
  [
    "SELECT coalesce(code, 'x') AS c FROM t",
    "SELECT coalesce(rpad(code::text, 5), 'x'::text) AS c FROM t",
  ],
  [
    'SELECT code FROM t UNION ALL SELECT name FROM t',
    'SELECT rpad(code::text, 5) AS code FROM t UNION ALL SELECT name FROM t',
  ],
])('%s keeps the blanks of a CHAR, which Postgres drops in a text', (query, sql) => {
  expect(converted(query)).toBe(sql)
})

test.each([
  ["SELECT code = 'b' FROM t", "SELECT code = 'b' FROM t"],
  ["SELECT code LIKE '%b' FROM t", "SELECT code LIKE '%b' FROM t"],
])('%s: Postgres compares a CHAR as Spark does', (query, sql) => {
  expect(converted(query)).toBe(sql)
})

test('a cast neither cuts nor pads: CHAR and VARCHAR are STRING there', () => {
  expect(
    converted("SELECT CAST('abcdefg' AS VARCHAR(3)) AS v, CAST(name AS CHAR(2)) AS c FROM t"),
  ).toBe("SELECT 'abcdefg'::text AS v, name AS c FROM t")
})
