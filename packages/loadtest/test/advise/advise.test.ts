import { afterAll, beforeAll, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import type { ParameterValue } from '../../src/scenario/generator.js'
import { openShop, type ShopDatabase } from './shop.js'

let shop: ShopDatabase

beforeAll(async () => {
  shop = await openShop()
  await shop.sql.unsafe(`
    CREATE TABLE plain AS SELECT g AS id, ('c' || g) COLLATE "C" AS code FROM generate_series(1, 50000) g;
    CREATE TABLE events (id bigint, device int, at date) PARTITION BY RANGE (at);
    CREATE TABLE events_old PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
    CREATE TABLE events_new PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
    INSERT INTO events SELECT g, g * 31 % 20000, date '2025-01-01' + g % 700 FROM generate_series(1, 80000) g;
    ANALYZE events, plain`)
})

afterAll(async () => {
  await shop.stop()
})

async function advised(sql: string, sample?: readonly ParameterValue[]) {
  const query = { id: 'q', sql, weight: 1, ...(sample && { samples: [sample] }) }
  return advise([query], shop.runSql, { allowBuild: true })
}

test.each<{ name: string; sql: string; sample?: ParameterValue[]; wanted: string[] }>([
  {
    name: 'an equality',
    sql: 'SELECT * FROM orders WHERE customer_id = $1',
    wanted: ['orders (customer_id)'],
  },
  {
    name: 'equality before range, whatever their order in the query',
    sql: 'SELECT * FROM orders o WHERE o.placed_at > $2 AND o.customer_id = $1',
    sample: [5, '2026-02-01'],
    wanted: ['orders (customer_id, placed_at)'],
  },
  {
    name: 'equality and the order of the first rows',
    sql: "SELECT * FROM orders WHERE status = 'done' ORDER BY placed_at DESC LIMIT 10",
    wanted: ['orders (placed_at)'],
  },
  {
    name: 'an expression',
    sql: 'SELECT * FROM customers c WHERE lower(c.email) = $1',
    wanted: ['customers (lower(email))'],
  },
  {
    name: 'a prefix, in the class that the collation asks for',
    sql: 'SELECT * FROM customers WHERE email LIKE $1',
    sample: ['User77%'],
    wanted: ['customers (email text_pattern_ops)'],
  },
  {
    name: 'jsonb',
    sql: 'SELECT * FROM customers WHERE profile @> $1',
    sample: ['{"plan": "p7"}'],
    wanted: ['customers USING gin (profile jsonb_path_ops)'],
  },
  {
    name: 'an array',
    sql: "SELECT * FROM customers WHERE tags && ARRAY['t5']",
    wanted: ['customers USING gin (tags)'],
  },
  {
    name: 'a join key, of the table that is looked up',
    sql: 'SELECT i.* FROM orders o JOIN items i ON i.order_id = o.id WHERE o.id = $1',
    wanted: ['items (order_id)'],
  },
  {
    name: 'a join by USING, through a CTE',
    sql: `WITH o AS (SELECT id AS order_id FROM orders WHERE id = $1)
      SELECT i.sku FROM o JOIN items i USING (order_id)`,
    wanted: ['items (order_id)'],
  },
  {
    name: 'a correlated EXISTS',
    sql: 'SELECT id FROM orders o WHERE o.id < 50 AND EXISTS (SELECT FROM items WHERE order_id = o.id AND quantity > 3)',
    wanted: ['items (order_id)'],
  },
  {
    name: 'IN with a sub-query',
    sql: 'SELECT * FROM items WHERE order_id IN (SELECT id FROM orders WHERE id BETWEEN 5 AND 9)',
    wanted: ['items (order_id)'],
  },
  {
    name: 'a lateral join',
    sql: `SELECT c.id, l.* FROM customers c CROSS JOIN LATERAL (
        SELECT o.total FROM orders o WHERE o.customer_id = c.id ORDER BY o.placed_at DESC LIMIT 1) l
      WHERE c.id = $1`,
    wanted: ['orders (customer_id, placed_at)'],
  },
  {
    name: 'a view, under its own names of columns',
    sql: 'SELECT total FROM open_orders WHERE buyer = $1',
    wanted: ["orders (customer_id) WHERE status = 'open'::text"],
  },
  {
    name: 'a few rows by a boolean',
    sql: 'SELECT * FROM customers WHERE is_blocked AND created_at > $1',
    sample: ['2026-01-05'],
    wanted: ['customers (created_at) WHERE is_blocked'],
  },
  {
    name: 'both arms of an OR',
    sql: 'SELECT * FROM orders WHERE customer_id = $1 OR placed_at = $2',
    wanted: ['orders (customer_id)', 'orders (placed_at)'],
  },
  {
    name: 'the greatest',
    sql: 'SELECT max(placed_at) FROM orders',
    wanted: ['orders (placed_at)'],
  },
  {
    name: 'full text, of an expression',
    sql: "SELECT * FROM items WHERE to_tsvector('english', sku) @@ to_tsquery('english', 'sku-77')",
    wanted: ["items USING gin (to_tsvector('english', sku))"],
  },
  {
    name: 'a prefix of a column that compares by bytes, without a class',
    sql: "SELECT * FROM plain WHERE code LIKE 'c77%'",
    wanted: ['plain (code)'],
  },
  {
    name: 'groups of which the first are wanted',
    sql: 'SELECT customer_id, count(*) FROM orders GROUP BY customer_id LIMIT 9',
    wanted: ['orders (customer_id)'],
  },
  {
    name: 'DISTINCT ON, in its order',
    sql: 'SELECT DISTINCT ON (sku) sku, order_id FROM items ORDER BY sku, order_id DESC',
    wanted: ['items (sku, order_id DESC)'],
  },
  {
    name: 'rows of two columns',
    sql: 'SELECT * FROM items WHERE (order_id, line) = ($1, $2)',
    wanted: ['items (order_id)'],
  },
  {
    name: 'a page after the last one',
    sql: 'SELECT * FROM orders WHERE (status, total) > ($1, $2) ORDER BY status, total LIMIT 20',
    sample: ['done', 500],
    wanted: ['orders (status, total)'],
  },
  {
    name: 'a partitioned table',
    sql: 'SELECT * FROM events WHERE device = $1',
    wanted: ['events (device)'],
  },
  {
    name: 'an UPDATE',
    sql: 'UPDATE items SET quantity = 0 WHERE sku = $1',
    wanted: ['items (sku)'],
  },
])('$name', async ({ sql, sample, wanted }) => {
  const advice = await advised(sql, sample)
  expect(advice.proposals.map(({ table, definition }) => `${table} ${definition}`).sort()).toEqual(
    wanted,
  )
  for (const { queries } of advice.proposals) expect(queries).not.toEqual([])
})

test('a partitioned table gets a statement without CONCURRENTLY, which would need to be allowed', async () => {
  const { proposals } = await advised('SELECT * FROM events WHERE device = $1')
  expect(proposals.map(({ statement }) => statement)).toEqual([
    'CREATE INDEX IF NOT EXISTS events_device_idx ON public.events (device)',
  ])
})

test.each([
  { weight: 0, ids: ['a'], says: 'a: the weight is 0' },
  { weight: Number.NaN, ids: ['a'], says: 'a: the weight is NaN' },
  { weight: 1, ids: ['a', 'a'], says: 'two queries have the id a' },
])('$says is refused', async ({ weight, ids, says }) => {
  const queries = ids.map((id) => ({ id, sql: 'SELECT 1', weight }))
  await expect(advise(queries, shop.runSql)).rejects.toMatchObject({
    code: 'BAD_QUERY',
    message: expect.stringContaining(says),
  })
})
