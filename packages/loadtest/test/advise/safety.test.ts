import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import type { RunSql } from '../../src/advise/run-sql.js'
import { openShop, type ShopDatabase } from './shop.js'

let shop: ShopDatabase

beforeAll(async () => {
  shop = await openShop()
})

afterAll(async () => {
  await shop.stop()
})

const QUERIES = [
  { id: 'orders', sql: 'SELECT * FROM orders WHERE customer_id = $1', weight: 3 },
  { id: 'items', sql: 'SELECT * FROM items WHERE sku = $1 AND order_id > $2', weight: 1 },
  { id: 'email', sql: 'SELECT id FROM customers WHERE lower(email) = $1', weight: 1 },
  { id: 'or', sql: 'SELECT id FROM orders WHERE customer_id = $1 OR placed_at = $2', weight: 1 },
]

const CATALOG = `SELECT c.oid, c.relname, c.relkind, i.indisvalid FROM pg_class c
  LEFT JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1`

const changes = () =>
  shop.sql`SELECT relname, n_mod_since_analyze FROM pg_stat_user_tables ORDER BY 1`

test('without being allowed nothing is built, no lock is taken that writes notice, and that is said', async () => {
  const sent: string[] = []
  const locks = new Set<unknown>()
  const runSql: RunSql = async (sql, parameters) => {
    sent.push(sql)
    const rows = await shop.runSql(sql, parameters)
    if (sql.startsWith('EXPLAIN')) {
      const held = await shop.sql`SELECT DISTINCT mode FROM pg_locks WHERE pid = pg_backend_pid()`
      for (const { mode } of held) locks.add(mode)
    }
    return rows
  }
  const advice = await advise(QUERIES, runSql)
  expect(advice).toMatchObject({ proof: 'none', hasProposals: false })
  expect(new Set(advice.rejected.map(({ reason }) => reason))).toEqual(new Set(['unproven']))
  expect(advice.rejected[0]?.why).toContain('HypoPG is not installed')
  expect(
    sent.filter((sql) => /^\s*(?:CREATE|DROP|ANALYZE|UPDATE|INSERT|DELETE)/.test(sql)),
  ).toEqual([])
  expect([...locks].sort()).toEqual(['AccessShareLock', 'ExclusiveLock'])
})

test('nothing stays: no index, no statistics, and autovacuum’s counters are as they were', async () => {
  await shop.sql`UPDATE customers SET email = email WHERE id < 50`
  await shop.sql`SELECT pg_stat_force_next_flush()`
  const before = [await shop.sql.unsafe(CATALOG), await changes()]
  const advice = await advise(QUERIES, shop.runSql, { allowBuild: true })
  expect(advice.proposals.length).toBeGreaterThan(2)
  expect([await shop.sql.unsafe(CATALOG), await changes()]).toEqual(before)
  expect(await shop.sql`SELECT FROM pg_statistic_ext`).toEqual([])
})

test('an owner who is no superuser gets the same advice', async () => {
  await shop.sql`CREATE ROLE app LOGIN`
  for (const table of ['customers', 'orders', 'items']) {
    await shop.sql.unsafe(`ALTER TABLE ${table} OWNER TO app`)
  }
  await shop.sql`GRANT CREATE ON SCHEMA public TO app`
  const address = new URL(shop.url)
  address.username = 'app'
  const own = postgres(address.href, { max: 1, onnotice: () => undefined })
  try {
    const some = QUERIES.slice(1, 3)
    const mine = await advise(some, (sql, parameters = []) => own.unsafe(sql, [...parameters]), {
      allowBuild: true,
    })
    const theirs = await advise(some, shop.runSql, { allowBuild: true })
    expect(mine.proposals.map(({ statement }) => statement)).toEqual(
      theirs.proposals.map(({ statement }) => statement),
    )
    expect(mine.proposals).toHaveLength(2)
  } finally {
    await own.end()
  }
})

test('a table that is locked is not waited for long, and its indexes stay unproven', async () => {
  const blocker = postgres(shop.url, { max: 1 })
  try {
    await blocker.unsafe('BEGIN')
    await blocker.unsafe('LOCK TABLE items IN ROW EXCLUSIVE MODE')
    const { proposals, rejected } = await advise(QUERIES, shop.runSql, {
      allowBuild: true,
      lockTimeoutMs: 50,
    })
    expect(proposals.map(({ table }) => table)).not.toContain('items')
    expect(rejected).toContainEqual(
      expect.objectContaining({
        table: 'items',
        reason: 'unproven',
        why: expect.stringContaining('lock timeout'),
      }),
    )
  } finally {
    await blocker.unsafe('ROLLBACK')
    await blocker.end()
  }
})

test('a table above the limit is not built on', async () => {
  const { proposals, rejected } = await advise(QUERIES, shop.runSql, {
    allowBuild: true,
    maxBuildBytes: 100_000,
  })
  expect(proposals).toEqual([])
  expect(rejected[0]?.why).toMatch(/no more than 100000 are built on/)
})

test('statements of one transaction on two connections are refused before anything is built', async () => {
  const pool = [1, 2].map(() => postgres(shop.url, { max: 1, onnotice: () => undefined }))
  let turn = 0
  const scattered: RunSql = async (sql, parameters = []) => {
    const rows = await pool[turn++ % pool.length]?.unsafe(sql, [...parameters])
    return rows ?? []
  }
  try {
    await expect(advise(QUERIES, scattered, { allowBuild: true })).rejects.toMatchObject({
      name: 'AdviseError',
      code: 'NOT_ONE_SESSION',
    })
  } finally {
    await Promise.all(pool.map((one) => one.end()))
  }
})

test('an abort ends it, and the transaction with it', async () => {
  const controller = new AbortController()
  const advice = advise(QUERIES, shop.runSql, {
    allowBuild: true,
    signal: controller.signal,
    onProgress: ({ phase }) => phase === 'try' && controller.abort(new Error('stopped')),
  })
  await expect(advice).rejects.toThrow('stopped')
  expect(await shop.sql`SELECT pg_current_xact_id_if_assigned() AS id`).toEqual([{ id: null }])
})

test('queries that read are run where nothing can be written, functions included', async () => {
  await shop.sql`CREATE SEQUENCE counted`
  const queries = [
    { id: 'sly', sql: "SELECT nextval('counted'), count(*) FROM orders", weight: 1 },
    { id: 'honest', sql: 'SELECT count(*) FROM orders WHERE customer_id = 5', weight: 1 },
    { id: 'write', sql: 'DELETE FROM items WHERE sku = $1', weight: 1, samples: [['sku-7']] },
  ]
  const reads = await advise(queries, shop.runSql, { allowBuild: true, analyze: 'reads' })
  const [sly, honest, write] = reads.queries.map((one) =>
    one.outcome === 'planned' ? one : undefined,
  )
  expect(sly?.before.ms).toBeUndefined()
  expect(honest?.before.ms).toBeGreaterThan(honest?.after.ms ?? 0)
  expect(honest?.after.isEstimate).toBeUndefined()
  expect(write?.before.ms).toBeUndefined()
  const all = await advise(queries, shop.runSql, { allowBuild: true, analyze: 'all' })
  expect(all.queries[2]).toMatchObject({ before: { ms: expect.any(Number) } })
  expect(await shop.sql`SELECT is_called FROM counted`).toEqual([{ is_called: false }])
  expect(await shop.sql`SELECT count(*)::int AS n FROM items WHERE sku = 'sku-7'`).toEqual([
    { n: 20 },
  ])
})
