import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LexError } from '../lex/lex-error.js'
import { ParseError } from './parse-error.js'
import { parseSparkQuery } from './parse-query.js'

const QUERIES = [
  'select 1',
  'select all, city from t group by all, city',
  'select a as `x y`, b z, explode(m) as (k, v) from s.t t1, lateral (select * from u) x(y) where a = 1',
  'with recursive r(n) max recursion level 10 as (select 1 union all select n + 1 from r) select * from r',
  'select * from a join b using (k) left semi join c on a.k = c.k cross join d natural full outer join e',
  'select * from a join b join c on b.k = c.k on a.k = b.k',
  'select * from (a join b on a.k = b.k) as t',
  'select * from values (1, 2), (3, 4) as t(x, y) where x > 1',
  'values 1, 2, 3',
  'table t |> where x > 1 |> aggregate sum(y) as s group by z as k |> order by s desc |> limit 3',
  'from t select a, count(*) group by a with rollup having count(*) > 1 order by all',
  'select a, sum(b) from t group by grouping sets ((a), (), rollup(a, b)), cube(c)',
  'select a from t lateral view outer explode(b) e as x lateral view posexplode(c) p as i, y',
  "select * from t pivot (sum(x) as s, max(y) for (k, l) in (('a', 1) as a1, ('b', 2)))",
  'select * from t unpivot include nulls ((v, w) for n in ((a, b) as x, (c, d)))',
  "select * from t for timestamp as of '2026-01-01' as old",
  'select * from t tablesample (10 percent) repeatable (42) as s',
  'select a, row_number() over w, sum(b) over (partition by a order by b desc nulls last rows between 2 preceding and current row) from t window w as (order by a) qualify row_number() over w = 1',
  '(select 1) union all by name (select 2 except select 3) intersect select 4 order by 1 limit all offset 2',
  '((select 1 union select 2)) order by 1',
  'select * from range(1, 10, step => 2) r(i)',
  'select (select max(x) from t), exists (select 1), a in ((select 1))',
  'select /*+ broadcast(t) */ a -- comment\nfrom t /* nested /* comment */ */;',
]

test.each(QUERIES)('%s', (sql) => {
  const query = parseSparkQuery(sql)
  expect(query.kind).toBe('query')
  expect(query.end).toBeLessThanOrEqual(sql.length)
})

test('a join binds to the right when its condition comes late', () => {
  const { body } = parseSparkQuery('select * from a join b join c on x on y')
  expect(body).toMatchObject({
    from: [{ left: { name: ['a'] }, right: { left: { name: ['b'] }, right: { name: ['c'] } } }],
  })
})

test('INTERSECT binds tighter than UNION, and UNION joins from the left', () => {
  const { body } = parseSparkQuery('select 1 union select 2 intersect select 3 except select 4')
  expect(body).toMatchObject({
    operator: 'except',
    left: { operator: 'union', right: { operator: 'intersect' } },
  })
})

test.each([
  ['a chain of joins without conditions', `select * from a${' join b'.repeat(300)}`],
  ['a long sum', `select 1${' + 1'.repeat(5000)}`],
  ['deep parentheses', `select ${'('.repeat(150)}1${')'.repeat(150)}`],
  [
    'queries in parentheses in queries',
    `${'select ((('.repeat(40)}select 1${') + 1) + 1)'.repeat(40)}`,
  ],
])('%s is read in no time', (_what, sql) => {
  expect(parseSparkQuery(sql).kind).toBe('query')
})

test('nesting beyond reason is refused, not a crash', () => {
  expect(() => parseSparkQuery(`select ${'('.repeat(100_000)}1`)).toThrow(ParseError)
  expect(() => parseSparkQuery(`select ${'-'.repeat(1)}${'- '.repeat(100_000)}1`)).toThrow(
    ParseError,
  )
  expect(() => parseSparkQuery(`select cast(a as ${'array<'.repeat(100_000)}`)).toThrow(ParseError)
})

/** Cuts, doubles and swaps pieces of a query. */
const damaged = fc
  .tuple(
    fc.constantFrom(...QUERIES),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...QUERIES)), { maxLength: 4 }),
  )
  .map(([sql, cuts]) =>
    cuts.reduce((text, [from, length, other]) => {
      const at = from % (text.length + 1)
      const piece = other.slice(at % other.length, (at % other.length) + (length % 12))
      return text.slice(0, at) + piece + text.slice(at + (length % 7))
    }, sql),
  )

test('damaged text is a query or refused with a place in the text, never a crash', async () => {
  let read = 0
  await fc.assert(
    fc.property(damaged, (sql) => {
      try {
        parseSparkQuery(sql)
        read++
      } catch (error) {
        if (!(error instanceof ParseError) && !(error instanceof LexError)) throw error
        expect(error.span.start).toBeLessThanOrEqual(sql.length)
        expect(error.span.end).toBeLessThanOrEqual(sql.length)
      }
    }),
    { numRuns: 20_000 },
  )
  expect(read).toBeGreaterThan(1000)
})
