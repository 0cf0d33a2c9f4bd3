import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { applyAdvice } from '../../src/advise/apply/apply-advice.js'
import { openShop, type ShopDatabase } from './shop.js'

let shop: ShopDatabase

beforeAll(async () => {
  shop = await openShop()
})

afterAll(async () => {
  await shop.stop()
})

const QUERY = { id: 'q', sql: 'SELECT * FROM orders WHERE customer_id = $1', weight: 1 }

test('what was advised is created concurrently and valid; then nothing is advised any more', async () => {
  const advice = await advise([QUERY], shop.runSql, { allowBuild: true })
  expect(advice.hasProposals).toBe(true)
  const statements = advice.proposals.map(({ statement }) => statement)
  expect(statements).toEqual([
    'CREATE INDEX CONCURRENTLY IF NOT EXISTS orders_customer_id_idx ON public.orders (customer_id)',
  ])
  const names: (string | undefined)[] = []
  const applied = await applyAdvice(statements, shop.runSql, {
    onProgress: ({ name }) => names.push(name),
  })
  expect(names).toEqual(['orders_customer_id_idx', undefined])
  expect(applied).toMatchObject([{ name: 'orders_customer_id_idx', outcome: 'created' }])
  expect(applied[0]?.bytes).toBeGreaterThan(8_192)
  const again = await applyAdvice(statements, shop.runSql)
  expect(again).toMatchObject([{ outcome: 'exists' }])
  const after = await advise([QUERY], shop.runSql, { allowBuild: true })
  expect(after.hasProposals).toBe(false)
  expect(after.rejected).toContainEqual(
    expect.objectContaining({ reason: 'exists', why: 'orders_customer_id_idx does the same' }),
  )
})

test.each([
  'CREATE INDEX CONCURRENTLY i ON items (sku); DROP TABLE items',
  'DROP TABLE items',
  'CREATE INDEX CONCURRENTLY ON items (sku)',
  '',
])('nothing is run when one statement is not exactly one named CREATE INDEX: %s', async (sql) => {
  const good = 'CREATE INDEX CONCURRENTLY items_good ON items (sku)'
  await expect(applyAdvice([good, sql], shop.runSql)).rejects.toMatchObject({
    code: 'NOT_AN_INDEX',
  })
  expect(await shop.sql`SELECT to_regclass('items_good') AS good`).toEqual([{ good: null }])
})

test('a statement that would make writes wait needs to be allowed', async () => {
  const sql = 'CREATE INDEX items_plain ON items (quantity)'
  await expect(applyAdvice([sql], shop.runSql)).rejects.toMatchObject({ code: 'WOULD_LOCK' })
  const applied = await applyAdvice([sql], shop.runSql, { allowLocks: true })
  expect(applied).toMatchObject([{ outcome: 'created' }])
})

test('a name that another index has is said, where IF NOT EXISTS would be silent', async () => {
  await shop.sql`CREATE INDEX items_taken ON items (line)`
  const sql = 'CREATE INDEX CONCURRENTLY IF NOT EXISTS items_taken ON items (sku)'
  await expect(applyAdvice([sql], shop.runSql)).rejects.toMatchObject({ code: 'NAME_TAKEN' })
})

test('an index that a failed CONCURRENTLY left behind is said, then and by the findings', async () => {
  const sql = 'CREATE INDEX CONCURRENTLY IF NOT EXISTS items_left ON items (sku, line)'
  const blocker = postgres(shop.url, { max: 1 })
  try {
    // It waits for every transaction that may still see the old state.
    await blocker.unsafe('BEGIN')
    await blocker.unsafe('INSERT INTO items VALUES (0, 0, 0, 0)')
    await shop.sql`SET statement_timeout = 300`
    await expect(applyAdvice([sql], shop.runSql)).rejects.toMatchObject({
      code: 'INVALID_INDEX',
      message: expect.stringContaining('DROP INDEX CONCURRENTLY items_left'),
    })
  } finally {
    await blocker.unsafe('ROLLBACK')
    await blocker.end()
    await shop.sql`SET statement_timeout = 0`
  }
  await expect(applyAdvice([sql], shop.runSql)).rejects.toMatchObject({ code: 'INVALID_INDEX' })
  const { findings } = await advise([QUERY], shop.runSql)
  expect(findings[0]).toMatchObject({
    ruleId: 'LT204',
    level: 'error',
    hint: expect.stringContaining('DROP INDEX CONCURRENTLY public.items_left'),
  })
})

test('an index of an expression is used at once: its table is analyzed behind it', async () => {
  const query = { id: 'q', sql: "SELECT * FROM items WHERE upper(sku) = 'SKU-77'", weight: 1 }
  const { proposals } = await advise([query], shop.runSql, { allowBuild: true })
  expect(proposals).toMatchObject([{ analyze: 'ANALYZE public.items' }])
  const [proposal] = proposals
  await applyAdvice([proposal?.statement ?? ''], shop.runSql)
  expect(
    await shop.sql`SELECT count(*)::int AS n FROM pg_stats WHERE tablename = ${proposal?.name ?? ''}`,
  ).toEqual([{ n: 1 }])
})
