import { afterAll, beforeAll, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import type { ParameterValue } from '../../src/scenario/generator.js'
import { openShop, type ShopDatabase } from './shop.js'

let shop: ShopDatabase

beforeAll(async () => {
  shop = await openShop()
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
