import type { Column } from '@lakebase/config'
import { expect, test } from 'vitest'
import type { FillTable } from '../fill/fill-table.js'
import { draftLookups } from './draft-lookups.js'
import { draftQuery } from './draft-query.js'

const columns = (all: Readonly<Record<string, string>>): readonly Column[] =>
  Object.entries(all).map(([name, type]) => ({ name, type, nullable: true }))

const tables: readonly FillTable[] = [
  {
    schema: 'shop',
    table: 'customers',
    columns: columns({ customer_id: 'BIGINT', email: 'STRING', loyalty_points: 'INT' }),
    primaryKeys: ['customer_id'],
    rows: 5000,
  },
  {
    schema: 'shop',
    table: 'orders',
    columns: columns({
      order_id: 'BIGINT',
      customer_id: 'BIGINT',
      total: 'DECIMAL(10, 2)',
      placed_at: 'TIMESTAMP',
    }),
    primaryKeys: ['order_id'],
    rows: 90_000,
  },
  {
    schema: 'shop',
    table: 'Lines',
    columns: columns({ order_id: 'BIGINT', line: 'SMALLINT', sku: 'STRING' }),
    primaryKeys: ['order_id', 'line'],
    rows: 300_000,
  },
]
const today = new Date('2026-11-28T00:00:00Z')

async function drawn(text: string) {
  const { parameters, findings } = await draftQuery({ id: 'q', file: 'q.sql', text }, tables, today)
  expect(findings).toEqual([])
  return Object.fromEntries(
    parameters.map(({ name, generator, isGuess }) => [
      name,
      isGuess ? ['guess', generator] : generator,
    ]),
  )
}

test.each<[string, object]>([
  ['SELECT * FROM shop.orders WHERE order_id = :id', { id: { column: 'shop.orders.order_id' } }],
  [
    'SELECT * FROM orders o WHERE :id = o.customer_id',
    { id: { column: 'shop.orders.customer_id' } },
  ],
  [
    'SELECT * FROM orders WHERE placed_at BETWEEN :a AND :b',
    { a: { column: 'shop.orders.placed_at' }, b: { column: 'shop.orders.placed_at' } },
  ],
  [
    'SELECT * FROM customers WHERE customer_id IN (:a, :b::bigint)',
    { a: { column: 'shop.customers.customer_id' }, b: { column: 'shop.customers.customer_id' } },
  ],
  [
    'SELECT * FROM "Lines" l WHERE sku = ANY (:skus)',
    { skus: ['guess', { array: { column: 'shop."Lines".sku' }, length: [1, 5] }] },
  ],
  [
    'SELECT * FROM orders LIMIT :n OFFSET :m',
    { n: ['guess', { choice: [10, 25, 50] }], m: ['guess', { choice: [0, 10, 20] }] },
  ],
  [
    'UPDATE customers SET loyalty_points = :points WHERE customer_id = :id',
    {
      points: { column: 'shop.customers.loyalty_points' },
      id: { column: 'shop.customers.customer_id' },
    },
  ],
  [
    'INSERT INTO orders (order_id, customer_id, total) VALUES (:o, :c, :t)',
    {
      o: ['guess', { sequence: 90_001 }],
      c: { column: 'shop.customers.customer_id' },
      t: { column: 'shop.orders.total' },
    },
  ],
  [
    'SELECT :since::date, :much::numeric, :yes::bool',
    {
      since: ['guess', { date: ['2025-11-28', '2026-11-28'] }],
      much: ['guess', { uniform: [1, 1000], digits: 2 }],
      yes: ['guess', { choice: [true, false] }],
    },
  ],
  [
    "SELECT * FROM orders WHERE placed_at > now() - :days * interval '1 day'",
    { days: ['guess', { uniform: [1, 1000] }] },
  ],
  [
    'SELECT f(:email), g(:customers) FROM orders',
    {
      email: ['guess', { column: 'shop.customers.email' }],
      customers: ['guess', { uniform: [1, 1000] }],
    },
  ],
  [
    '-- Parameters of statement 1 (line 1): $1 = :id\nSELECT * FROM orders WHERE order_id = $1',
    { id: { column: 'shop.orders.order_id' } },
  ],
  ['-- PARAM id = random(1, 9)\nSELECT * FROM orders WHERE order_id = :id', {}],
])('%s', async (text, expected) => {
  expect(await drawn(text)).toEqual(expected)
})

test('what PostgreSQL cannot read is an error that names the converter', async () => {
  const text = 'SELECT * FROM t QUALIFY row_number() OVER () = 1'
  const { findings } = await draftQuery({ id: 'q', file: 'q.sql', text }, tables, today)
  expect(findings).toMatchObject([{ ruleId: 'LT005', level: 'error', file: 'q.sql' }])
  expect(findings[0]?.hint).toContain('lakebase convert')
})

test('a name with a catalog, as Databricks has it, is an error too', async () => {
  const text = 'SELECT * FROM main.shop.orders WHERE order_id = :id'
  const { findings } = await draftQuery({ id: 'q', file: 'q.sql', text }, tables, today)
  expect(findings).toMatchObject([{ ruleId: 'LT005', level: 'error' }])
  expect(findings[0]?.message).toContain('main.shop.orders names a catalog')
})

test('a file that only makes things is no query', async () => {
  const text = 'CREATE SCHEMA s; CREATE FUNCTION s.f() RETURNS int LANGUAGE sql RETURN 1;'
  expect(await draftQuery({ id: 'q', file: 'q.sql', text }, tables, today)).toMatchObject({
    kind: 'setup',
  })
})

test('without queries each table is read by the first column of its key', () => {
  expect(draftLookups(tables).map(({ id, text }) => [id, text])).toEqual([
    ['customers_by_customer_id', 'SELECT * FROM shop.customers WHERE customer_id = :customer_id'],
    ['orders_by_order_id', 'SELECT * FROM shop.orders WHERE order_id = :order_id'],
    ['Lines_by_order_id', 'SELECT * FROM shop."Lines" WHERE order_id = :order_id LIMIT 100'],
  ])
})
