import { expect, test } from 'vitest'
import { sketchOf } from '../../../test/sketch.js'

test.each([
  // How tight operators bind.
  ['1 + 2 * 3 - 4', '((1 + (2 * 3)) - 4)'],
  ['a or b and not c = d', '(a OR (b AND (NOT (c = d))))'],
  ['! a and b', '((NOT a) AND b)'],
  ['a | b ^ c & d << 2', '(a | (b ^ (c & (d << 2))))'],
  ['-a[0] * 2', '((- a[0]) * 2)'],
  ['a == b', '(a = b)'],
  ['a != b', '(a <> b)'],
  ['a <=> null', '(a <=> null)'],
  ['a div 2 % 3', '((a DIV 2) % 3)'],
  ["'a' || 'b' = c", '(("a" || "b") = c)'],
  // Predicates.
  ['a between 1 and 2 and b', '((a between 1 and 2) AND b)'],
  ['a not in (1, 2) or b', '((a not in 1 2) OR b)'],
  ['a in (select 1)', '(a in query)'],
  ['a is not null = b', '((a is not null) = b)'],
  ['a is distinct from b + 1', '(a is distinct from (b + 1))'],
  ["a not like 'x!_' escape '!'", '(a not LIKE "x!_" escape !)'],
  ["a like any ('x', 'y')", '(a LIKE any "x" "y")'],
  ["a regexp 'x'", '(a RLIKE "x")'],
  // Literals.
  ["'it''s' 'one'", '"it\'sone"'],
  ["r'a\\nb'", '"a\\\\nb"'],
  ["X'1F'", '{"hex":"1F"}'],
  [
    '1L + 2.5 + 3e2 + 4BD + 5.0f',
    '((((1:bigint + 2.5:decimal) + 3e2:double) + 4:decimal) + 5.0:float)',
  ],
  ["date '2026-01-01'", 'DATE 2026-01-01'],
  ['date', 'date'],
  ["interval '1-2' year to month", 'interval["1-2" YEAR MONTH]'],
  ['interval 3 days -2 hours', 'interval[3 DAY, (- 2) HOUR]'],
  ["interval '3 days'", 'interval["3 days"]'],
  ['interval', 'interval'],
  // Types.
  ['a::decimal(10, 2)', 'cast(a as DECIMAL(10,2))'],
  [
    'try_cast(a as array<struct<x: int, y map<string, int>>>)',
    'try_cast(a as array<struct<x: INT, y: map<STRING, INT>>>)',
  ],
  ['cast(a as interval day to second)', 'cast(a as interval DAY SECOND)'],
  ['cast(a as timestamp without time zone)', 'cast(a as TIMESTAMP_NTZ)'],
  // Paths.
  ["a.b[0].c['k']", 'a.b[0].c["k"]'],
  ["payload:a.b[0]['c d']::int", 'cast(payload:a/b/0/c d as INT)'],
  ['f(x).y', 'f(x).y'],
  ["a collate utf8_lcase = 'b'", '(a collate utf8_lcase = "b")'],
  // Calls.
  ['count(distinct a, b)', 'count(distinct a, b)'],
  ['count(*)', 'count(*)'],
  ['t.* except (a, b)', 't.* -a -b'],
  ['sum(x) filter (where y > 1) over (partition by z)', 'sum(x) filter (y > 1) over window'],
  ['first(x ignore nulls)', 'first(x) ignore nulls'],
  ['lag(x) ignore nulls over w', 'lag(x) ignore nulls over w'],
  ["listagg(x, ',') within group (order by y)", 'listagg(x, ",") within y'],
  ['f(a => 1, b => 2)', 'f(a => 1, b => 2)'],
  ['left(a, 2)', 'left(a, 2)'],
  ['filter(a, x -> x > 1)', 'filter(a, [x] -> (x > 1))'],
  ['aggregate(a, 0, (s, x) -> s + x, s -> s)', 'aggregate(a, 0, [s,x] -> (s + x), [s] -> s)'],
  ['extract(year from d)', 'extract("year", d)'],
  ["trim(leading 'x' from s)", 'trim leading "x" of s'],
  ['trim(s)', 'trim(s)'],
  ['substring(s from 2 for 3)', 'substring(s, 2, 3)'],
  ["position('a' in s)", 'position("a", s)'],
  ["overlay(s placing 'x' from 2)", 'overlay(s, "x", 2)'],
  ['exists(a, x -> x)', 'exists(a, [x] -> x)'],
  ['exists (select 1)', 'exists (query)'],
  ['case a when 1 then b else c end + 1', '(case a {1: b, else c} + 1)'],
  // Parentheses.
  ['(a, b) in ((1, 2))', '(row(a, b) in row(1, 2))'],
  ['((select 1) + 1) * 2', '(((query) + 1) * 2)'],
  ['((select 1))', '(query)'],
  // Parameters.
  [
    'a = ? and b = :name and c = $1',
    '(((a = question parameter) AND (b = colon parameter name)) AND (c = dollar number parameter 1))',
  ],
  ['a = %s and b = %(name)s', '((a = percent parameter) AND (b = percent name parameter name))'],
  [
    'a = $' + '{x} and b = {{ y }}',
    '((a = dollar brace parameter x) AND (b = double brace parameter y))',
  ],
  ['a % s', '(a % s)'],
  ['a %s', '(a % s)'],
  // Names.
  ['`a b`.`c``d`', 'a b.c`d'],
  ['2col', '2col'],
  ['window.start', 'window.start'],
])('%s', (text, expected) => {
  expect(sketchOf(text)).toBe(expected)
})

test.each([
  ['1 +', 'expected an expression, found the end'],
  ['(1, 2', 'expected ")", found the end'],
  ['case when a then b', 'expected END, found the end'],
  ['cast(a as array<int)', 'expected ">", found ")"'],
  ['a between 1', 'expected AND, found the end'],
  ["'open", "a ' that is not closed"],
  ['a /* open', 'a comment that is not closed'],
  ['a § b', '"§" has no meaning here'],
])('%s is refused: %s', (text, message) => {
  expect(() => sketchOf(text)).toThrow(message)
})
