import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import { openShop, type ShopDatabase } from './shop.js'

let shop: ShopDatabase

beforeAll(async () => {
  shop = await openShop()
  await shop.sql`CREATE TABLE few AS SELECT * FROM orders WHERE id <= 8000`
  await shop.sql`ALTER TABLE few ADD PRIMARY KEY (id)`
  await shop.sql`CREATE INDEX few_placed ON few (placed_at, status)`
  await shop.sql`VACUUM ANALYZE few`
})

afterAll(async () => {
  await shop.stop()
})

const conjunct = fc.constantFrom(
  'customer_id = $1',
  'placed_at > $2',
  "status = 'open'",
  'total BETWEEN 5 AND 6',
  'id = customer_id + 1',
  'note IS NULL',
  'total = 5',
)
const query = fc
  .tuple(
    fc.uniqueArray(conjunct, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', ' ORDER BY placed_at LIMIT 5', ' ORDER BY total DESC LIMIT 3'),
  )
  .map(
    ([conjuncts, order]) =>
      `SELECT id, total FROM few WHERE ${conjuncts.join(' AND ')} AND $1::int > 0 AND $2::timestamp IS NOT NULL${order}`,
  )

test('no proposal begins another one or an index that is there, whatever is asked', async () => {
  const begins = (one: string[], other: string[]) => one.every((key, place) => key === other[place])
  await fc.assert(
    fc.asyncProperty(fc.array(query, { minLength: 1, maxLength: 4 }), async (texts) => {
      const queries = texts.map((sql, place) => ({
        id: String(place),
        sql,
        weight: place + 1,
        samples: [[5, '2026-02-01']],
      }))
      const { proposals } = await advise(queries, shop.runSql, { allowBuild: true })
      // Written apart from `covers`: the text of the definitions that Postgres would keep.
      const there = [
        { columns: ['id'], rest: '' },
        { columns: ['placed_at', 'status'], rest: '' },
      ]
      const proposed = proposals.map(({ definition }) => {
        const [, columns = '', rest = ''] = /^\(([^)]*)\)(.*)$/.exec(definition) ?? []
        return { columns: columns.replaceAll(' DESC', '').split(', '), rest }
      })
      for (const [place, one] of proposed.entries()) {
        const others = [...there, ...proposed.filter((_, at) => at !== place)]
        const same = others.filter(({ rest }) => rest === one.rest)
        expect(same.filter(({ columns }) => begins(one.columns, columns))).toEqual([])
      }
    }),
    { numRuns: 8, seed: 7, endOnFailure: true },
  )
})

test('one index serves the queries that begin alike, and the rest is told why not', async () => {
  const queries = [
    { id: 'a', sql: 'SELECT * FROM orders WHERE customer_id = $1', weight: 5 },
    { id: 'b', sql: 'SELECT * FROM orders WHERE customer_id = $1 AND total = $2', weight: 5 },
  ]
  const { proposals, rejected } = await advise(queries, shop.runSql, { allowBuild: true })
  expect(proposals).toHaveLength(1)
  expect(proposals[0]?.queries.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(rejected.length).toBeGreaterThan(0)
  for (const { why } of rejected) expect(why).not.toBe('')
})

test('an index that costs more in writes than it saves is not proposed', async () => {
  const read = { id: 'read', sql: 'SELECT * FROM orders WHERE customer_id = $1', weight: 1 }
  const write = {
    id: 'write',
    sql: 'INSERT INTO orders (id, customer_id, status, placed_at) VALUES ($1, $2, $3, now())',
    weight: 1_000_000,
  }
  const alone = await advise([read], shop.runSql, { allowBuild: true })
  expect(alone.hasProposals).toBe(true)
  const both = await advise([read, write], shop.runSql, { allowBuild: true })
  expect(both.hasProposals).toBe(false)
  expect(both.rejected).toContainEqual(
    expect.objectContaining({ reason: 'little', why: expect.stringContaining('in writes') }),
  )
  const told = await advise([read], shop.runSql, {
    allowBuild: true,
    writes: [{ schema: 'public', table: 'orders', rowsPerUnit: 1_000_000 }],
  })
  expect(told.hasProposals).toBe(false)
})

test('measured times decide before costs do, and say so', async () => {
  const queries = [
    { id: 'slow', sql: 'SELECT * FROM items WHERE sku = $1', weight: 1, measuredMs: 900 },
    { id: 'quick', sql: 'SELECT * FROM orders WHERE customer_id = $1', weight: 1, measuredMs: 1 },
  ]
  const advice = await advise(queries, shop.runSql, { allowBuild: true })
  expect(advice.unit).toBe('ms')
  expect(advice.proposals.map(({ table }) => table)).toEqual(['items', 'orders'])
  expect(advice.proposals[0]?.saved).toBeCloseTo(900, -2)
})

test('what cannot be planned says why, and the others are advised on', async () => {
  const queries = [
    { id: 'broken', sql: 'SELEC 1', weight: 1 },
    { id: 'missing', sql: 'SELECT * FROM gone', weight: 1 },
    { id: 'two', sql: 'SELECT 1; SELECT 2', weight: 1 },
    { id: 'good', sql: 'SELECT * FROM items WHERE sku = $1', weight: 1 },
  ]
  const advice = await advise(queries, shop.runSql, { allowBuild: true })
  expect(advice.queries.map((one) => (one.outcome === 'failed' ? one.why : 'planned'))).toEqual([
    expect.stringContaining('syntax error'),
    expect.stringContaining('relation "gone" does not exist'),
    '2 statements where one is meant',
    'planned',
  ])
  expect(advice.hasProposals).toBe(true)
})

test('hostile names and long ones come through to an index that Postgres keeps whole', async () => {
  const table = `W"eird '; DROP ${'ü'.repeat(20)}`
  const column = `sp alte"${'é'.repeat(22)}`
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
  await shop.sql.unsafe(
    `CREATE TABLE ${quoted(table)} AS SELECT g AS ${quoted(column)}, g AS "select" FROM generate_series(1, 50000) g`,
  )
  const sql = `SELECT * FROM ${quoted(table)} WHERE ${quoted(column)} = $1`
  const { proposals } = await advise([{ id: 'q', sql, weight: 1 }], shop.runSql, {
    allowBuild: true,
  })
  const [proposal] = proposals
  await shop.sql.unsafe(proposal?.statement ?? '')
  const [found] = await shop.sql`SELECT indexname FROM pg_indexes WHERE tablename = ${table}`
  expect(found?.indexname).toBe(proposal?.name)
})

test('an UPDATE counts for the indexes of the columns that it sets, and for those alone', async () => {
  const read = { id: 'read', sql: 'SELECT * FROM orders WHERE customer_id = $1', weight: 1 }
  const update = (column: string) => ({
    id: 'update',
    sql: `UPDATE orders SET ${column} = $1 WHERE id = $2`,
    weight: 1_000_000,
  })
  const other = await advise([read, update('total')], shop.runSql, { allowBuild: true })
  expect(other.proposals.map(({ writeCost }) => writeCost)).toEqual([0])
  const own = await advise([read, update('customer_id')], shop.runSql, { allowBuild: true })
  expect(own.hasProposals).toBe(false)
})
