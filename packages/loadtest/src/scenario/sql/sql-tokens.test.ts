import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitScript } from './split-statements.js'
import { sqlTokens } from './sql-tokens.js'

const parameters = (sql: string) =>
  sqlTokens(sql).flatMap(({ kind, text, maybeSlice }) =>
    kind === 'parameter' ? (maybeSlice ? `${text}?` : text) : [],
  )

test.each<[string, readonly string[]]>([
  ['select :a, :b_2', ['a', 'b_2']],
  ["select 'a:b', E'\\':c', 'it''s :d', U&':e'", []],
  ['select :a::int, b::text, c :: d', ['a']],
  ['select arr[1:n], arr[m:n], arr[f(x):n], arr[(1):n]', []],
  ['select arr[:n]', ['n?']],
  ['select arr[1::n]', []],
  ['select arr[1: :n], arr[x + :n]', ['n', 'n']],
  ['select array[:a, :b], ARRAY[[:c], [:d]]', ['a', 'b', 'c', 'd']],
  ['select (array[:a, :b])[:n]', ['a', 'b', 'n?']],
  ['select -- :a\n :b /* :c /* :d */ :e */ , :f', ['b', 'f']],
  ['select ":a", "b"":c"', []],
  ['select $$ :a $$, $x$ :b $$ :c $x$, :d', ['d']],
  ['select 1 -- $$\n, :a -- $$', ['a']],
  ['f(x := :y)', ['y']],
  ["x -> ':a' #>> '{b:c}'", []],
  ['values(1.5,:a)', ['a']],
  ['limit:n', ['n']],
  ['select case when a[1] then :b else :c end', ['b', 'c']],
  ['insert into t values (:größe)', ['größe']],
])('%s has the parameters %j', (sql, names) => {
  expect(parameters(sql)).toEqual(names)
})

test.each<[string, readonly string[]]>([
  ['select 1; select 2', ['select 1', 'select 2']],
  ["select ';'; -- ; \n select $$;$$ /* ; */;;", ["select ';'", 'select $$;$$']],
  [
    'create rule r as on insert to t do (select 1; select 2); select 3',
    ['create rule r as on insert to t do (select 1; select 2)', 'select 3'],
  ],
  [
    'create function f() returns int begin atomic select case when true then 1 end; select 2; end; begin; commit',
    [
      'create function f() returns int begin atomic select case when true then 1 end; select 2; end',
      'begin',
      'commit',
    ],
  ],
  [
    'create or replace procedure p() language sql begin atomic end; select 1',
    ['create or replace procedure p() language sql begin atomic end', 'select 1'],
  ],
  ['\\set a 1\nselect 1\n\\set b 2\nselect 2', ['\\set a 1', 'select 1', '\\set b 2', 'select 2']],
  ["select '\n\\set a 1\n'", ["select '\n\\set a 1\n'"]],
])('%j is %j', (sql, statements) => {
  const parts = splitScript(sqlTokens(sql)).map((part) => {
    const [first, last] =
      part.kind === 'meta' ? [part.token, part.token] : [part.tokens[0], part.tokens.at(-1)]
    return sql.slice(first?.start, last?.end)
  })
  expect(parts).toEqual(statements)
})

test.each(["select 'a", 'select "a', 'select $x$ a $$', 'select /* /* */', "select E'\\'"])(
  '%s has an open end',
  (sql) => {
    expect(sqlTokens(sql).at(-1)).toMatchObject({ open: true, end: sql.length })
  },
)

test("strings that end are closed: '', E'\\\\', $$$$", () => {
  expect(sqlTokens("'' E'\\\\' $$$$ $a$$a$ 'x''' \"\" /**/").filter(({ open }) => open)).toEqual([])
})

test('any text is cut without end, and nothing but white space is lost', () => {
  const pieces = [
    'a',
    ':b',
    "'",
    '"',
    '$$',
    '$x$',
    '/*',
    '*/',
    '--',
    '\n',
    '[',
    ']',
    '::',
    ' ',
    '1',
    '\\',
    ';',
    'E',
    '(',
    ')',
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (some) => {
      const sql = some.join('')
      let at = 0
      for (const { start, end } of sqlTokens(sql)) {
        expect(sql.slice(at, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(sql.slice(at).trim()).toBe('')
    }),
    { numRuns: 2000 },
  )
})
