import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sqlTokens } from './sql-tokens.js'
import { tableNames } from './table-names.js'

const parameters = (sql: string) =>
  sqlTokens(sql).flatMap(({ kind, text }) => (kind === 'parameter' ? text : []))

test.each([
  ['select :a, :b_2', ['a', 'b_2']],
  ['select :a::int', ['a']],
  ['select a::int, b :: text', []],
  ['select a[1:n], a[:n], a[m:n], :x', ['x']],
  ["select ':a', E'\\':b', 'it''s :c'", []],
  ['select ":a", "b"":c"', []],
  ['select $$ :a $$, $x$ :b $$ :c $x$, :d', ['d']],
  ['select 1 -- :a\n, :b', ['b']],
  ['/* :a /* :b */ :c */ select :d', ['d']],
  ['x := :y', ['y']],
])('%s uses %j', (sql, names) => {
  expect(parameters(sql)).toEqual(names)
})

test.each([
  ['select * from a join s.b on true', [['a'], ['s', 'b']], []],
  ['insert into s."T" select * from c', [['c']], [['s', 't']]],
  ['delete from only a using b', [['b']], [['a']]],
  ['update a set x = 1', [], [['a']]],
  ['select 1 from a for no key update', [['a']], []],
  ['truncate table a', [], [['a'], ['a']]],
])('%s reads %j and writes %j', (sql, read, written) => {
  expect(tableNames(sqlTokens(sql))).toEqual({ read, written })
})

test('any text is cut without end or loss of a parameter after it', () => {
  const piece = fc.constantFrom(
    'a',
    ':b',
    "'",
    '"',
    '$$',
    '/*',
    '*/',
    '--',
    '\n',
    '[',
    ']',
    '::',
    ' ',
    '1',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const tokens = sqlTokens(pieces.join(''))
      expect(tokens.every(({ text }) => text.length <= 200)).toBe(true)
    }),
  )
})
