import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createConverter } from '../src/convert/create-converter.js'
import { explainWith, type RunSql } from '../src/verify/explain/explain.js'
import { verifyScript } from '../src/verify/verify-script.js'

let server: LocalPostgres
let sql: postgres.Sql
let sent: string[] = []
const runSql: RunSql = (statement) => {
  sent.push(statement)
  return sql.unsafe(statement)
}

beforeAll(async () => {
  server = await startPostgres()
  sql = postgres(await server.createDatabase(), { max: 1, onnotice: () => undefined })
})

afterAll(async () => {
  await sql.end()
  await server.stop()
})

async function explained(text: string, options = {}) {
  sent = []
  const result = createConverter(options).convert(text)
  const verifications = await verifyScript(text, result, { explain: explainWith(runSql, options) })
  return verifications.map(({ explain }) => explain)
}

const tables = async () =>
  (await sql`SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace`).length

test('a script’s later statements see what the earlier ones create, and nothing stays', async () => {
  const script = `
    CREATE TABLE orders (id BIGINT, total DECIMAL(10, 2), placed_at TIMESTAMP) USING DELTA;
    CREATE TABLE large AS SELECT id, total / 3 AS third FROM orders WHERE total > 100;
    CREATE OR REPLACE VIEW recent AS SELECT id FROM orders WHERE placed_at > current_date() - 7;
    INSERT INTO orders SELECT id, third, now() FROM large;
    UPDATE orders SET total = 0 WHERE id IN (SELECT id FROM recent);
    SELECT o.id, substring_index(cast(o.id AS STRING), '1', 2) AS head FROM orders o JOIN recent USING (id);
    DROP TABLE large`
  expect(await explained(script)).toEqual(Array(7).fill({ outcome: 'passed' }))
  expect(sent.at(0)).toBe('BEGIN')
  expect(sent.at(-1)).toBe('ROLLBACK')
  expect(
    sent.some((one) => one.startsWith('CREATE TABLE large') && one.endsWith('WITH NO DATA')),
  ).toBe(true)
  expect(await tables()).toBe(0)
})

test('parameters are planned by GENERIC_PLAN', async () => {
  const script =
    'CREATE TABLE t (id INT, name STRING); SELECT name FROM t WHERE id = :id LIMIT :most'
  expect(await explained(script)).toEqual([{ outcome: 'passed' }, { outcome: 'passed' }])
  expect(sent.some((one) => one.startsWith('EXPLAIN (GENERIC_PLAN) SELECT name'))).toBe(true)
})

test('an error is told in Postgres’ words, with its place in the statement, and the others are planned', async () => {
  const script =
    'CREATE TABLE t (id INT); SELECT id FROM t; SELECT id, naem FROM t; SELECT 1 FROM u; SELECT id + 1 AS n FROM t'
  const checks = await explained(script)
  expect(checks.map(({ outcome }) => outcome)).toEqual([
    'passed',
    'passed',
    'failed',
    'failed',
    'passed',
  ])
  expect(checks[2]).toMatchObject({
    reasons: [
      {
        code: '42703',
        message: 'column "naem" does not exist',
        position: 'SELECT id, '.length,
        statement: 0,
      },
    ],
  })
  expect(checks[3]).toMatchObject({
    reasons: [{ code: '42P01', message: 'relation "u" does not exist' }],
  })
})

test('in PostgreSQL that is passed through, a place is one in the whole text', async () => {
  const script =
    'CREATE TABLE p (id bigint PRIMARY KEY, note jsonb);\nSELECT note::text FROM p; SELECT note::jsonb, gone FROM p'
  expect(await explained(script)).toMatchObject([
    {
      reasons: [
        { message: 'column "gone" does not exist', statement: 0, position: script.indexOf('gone') },
      ],
    },
  ])
})

test('tables of a schema are there for the checks, and gone after them', async () => {
  const schema = [
    {
      name: ['main', 'shop', 'items'],
      columns: [{ name: 'sku', type: { kind: 'string' } as const }],
    },
    { name: ['plain'], columns: [{ name: 'n', type: { kind: 'int' } as const }] },
  ]
  const script = "SELECT sku FROM main.shop.items WHERE sku LIKE 'a%'; SELECT n FROM plain"
  expect(await explained(script, { schema })).toEqual([
    { outcome: 'passed' },
    { outcome: 'passed' },
  ])
  expect(await tables()).toBe(0)
})

test('what would run code or outlast a rollback is skipped, and says so', async () => {
  const script = `DO $$ BEGIN RAISE 'run!'; END $$; COMMIT; VACUUM; CREATE INDEX CONCURRENTLY i ON t (id); SELECT 1::text`
  const [check] = await explained(script)
  expect(check).toEqual({
    outcome: 'skipped',
    why: 'Do is not tried: it may run code or outlast a rollback',
  })
  expect(sent.filter((one) => /RAISE|COMMIT|VACUUM|CONCURRENTLY/.test(one))).toEqual([])
})

test('emptying a table takes no lock that stops its readers', async () => {
  await sql`CREATE TABLE kept AS SELECT 1 AS id`
  await explained('TRUNCATE TABLE kept; INSERT OVERWRITE kept SELECT 2')
  expect(sent.filter((one) => one.startsWith('TRUNCATE'))).toEqual([])
  expect(await sql`SELECT id FROM kept`).toMatchObject([{ id: 1 }])
  await sql`DROP TABLE kept`
})

test('a lost connection is thrown, not taken for a verdict', async () => {
  const lost = Object.assign(new Error('write CONNECTION_CLOSED'), { code: 'CONNECTION_CLOSED' })
  const broken: RunSql = async (statement) => {
    if (statement.startsWith('EXPLAIN')) throw lost
  }
  const result = createConverter().convert('SELECT 1')
  await expect(verifyScript('SELECT 1', result, { explain: explainWith(broken) })).rejects.toBe(
    lost,
  )
})
