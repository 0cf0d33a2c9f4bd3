import { expect, test } from 'vitest'
import { parseWorkload } from '../src/parse-workload.js'
import { checkQueryFiles } from '../src/rules/check-query-files.js'
import { findingsOf } from './findings-of.js'

const query = (...lines: readonly string[]) =>
  ['queries:', '  - name: q', ...lines.map((line) => `    ${line}`), ''].join('\n')

const withTables = (sql: string) =>
  `tables:
  - { name: public.cart, size_gb: 2, primary_keys: [cart_id] }
delta_synchronization:
  tables_to_sync:
    - { name: main.shop.orders, size_gb: 5, primary_keys: [id], scheduling_policy: SNAPSHOT }
queries:
  - name: q
    sql: ${JSON.stringify(sql)}
`

test.each([
  ['LB004 for a query without SQL', query(), ['2:11 error LB004 query "q" has no sql and no file']],
  [
    'LB006 for a query with sql and file',
    query('sql: select 1', 'file: q.sql'),
    ['4:11 error LB006 query "q" has sql and file'],
  ],
  [
    'LB041 for a parameter that the SQL does not use',
    query('sql: select :a', 'parameters: [a, b]'),
    ['4:21 error LB041 query "q": parameter "b" is declared, and the SQL does not use it'],
  ],
  [
    'LB041 for a parameter that is not declared',
    query('sql: select :a, :c', 'parameters: a'),
    ['3:10 error LB041 query "q": the SQL uses :c, which is not declared'],
  ],
  [
    'LB041 not for casts, slices, comments and texts',
    query(
      'sql: |',
      '  select a::int, b[1:n], b[:n], \':x\', $$ :y $$, $t$ :z $t$, "c:d" -- :comment',
      "  /* :one /* :two */ :three */ from t where id = :id and e = E'\\':no'",
      'parameters: [id]',
    ),
    [],
  ],
  [
    'LB042 for weights that sum to something else',
    'queries:\n  - { name: a, sql: select 1, weight: 30 }\n  - { name: b, sql: select 2, weight: 60 }\n',
    ['2:39 warn LB042 the weights of the queries sum to 90, not to 1 or 100'],
  ],
  [
    'LB042 for a query without weight',
    'queries:\n  - { name: a, sql: select 1, weight: 100 }\n  - { name: b, sql: select 2 }\n',
    ['2:39 warn LB042 1 of 2 queries have no weight'],
  ],
  [
    'LB042 not for shares of one',
    'queries:\n  - { name: a, sql: select 1, weight: 0.1 }\n  - { name: b, sql: select 2, weight: 0.2 }\n  - { name: c, sql: select 2, weight: 0.7 }\n',
    [],
  ],
  [
    'LB043 for a large table read without its key',
    withTables('select * from shop.orders o join cart on cart.cart_id = o.cart_id where total > 5'),
    ['8:10 warn LB043 query "q" reads shop.orders (5 GB) without its key'],
  ],
  ['LB043 not with the key', withTables('select * from "orders" where id = 5'), []],
  ['LB043 not for another table of that name', withTables('select * from web.orders'), []],
  [
    'LB044 for an update of a synced table',
    withTables('update only shop.orders set total = 1 where id = 5'),
    ['8:10 warn LB044 query "q" writes to shop.orders, a synced table, which is read-only'],
  ],
  [
    'LB044 for an upsert into a synced table',
    withTables('insert into orders values (1) on conflict (id) do update set a = 1'),
    ['8:10 warn LB044 query "q" writes to shop.orders, a synced table, which is read-only'],
  ],
  ['LB044 not for a row lock', withTables('select 1 from orders where id = 1 for update'), []],
  [
    'LB044 not for a table of Postgres',
    withTables('delete from public.cart where cart_id = 1'),
    [],
  ],
  [
    'LB045 for more queries at once than connections',
    'database_instance: { connections: 99 }\nqueries:\n  - { name: q, sql: select 1, rate_per_second: 2000, expected_ms: 50 }\n',
    ["1:35 warn LB045 connections: 99, and the queries' rates and times keep 100 busy"],
  ],
  [
    'LB045 not when there are enough',
    'database_instance: { connections: 100 }\nqueries:\n  - { name: q, sql: select 1, rate_per_second: 2000, expected_ms: 50 }\n',
    [],
  ],
])('%s', (_name, text, expected) => {
  expect(findingsOf(text)).toEqual(expected)
})

test('LB040 for a query file that is not there, unless a comment silences it', () => {
  const text = `queries:
  - { name: a, file: a.sql }
  - { name: b, file: b.sql }
  # lakebase-ignore LB040: written by the build
  - { name: c, file: c.sql }
`
  const { workload, source } = parseWorkload(text, { file: 'w.yml' })
  if (!workload) throw new Error('no workload')
  expect(checkQueryFiles(workload, source, (file) => file === 'a.sql')).toEqual([
    expect.objectContaining({
      ruleId: 'LB040',
      level: 'error',
      line: 3,
      column: 22,
      message: 'query "b": there is no file b.sql',
    }),
  ])
})
