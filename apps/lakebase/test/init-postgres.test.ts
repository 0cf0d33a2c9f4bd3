import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseWorkload } from '@lakebase/config'
import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lakebase } from './run-built.js'

const SLOW_MS = 120_000
let server: LocalPostgres
let sql: postgres.Sql
let url: string

beforeAll(async () => {
  server = await startPostgres({
    auth: 'scram',
    settings: { shared_preload_libraries: 'pg_stat_statements' },
  })
  url = await server.createDatabase('shop')
  sql = postgres(url, { max: 1, onnotice: () => undefined })
  await sql.unsafe(`
    CREATE EXTENSION pg_stat_statements;
    CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL, "from: {" text);
    CREATE UNIQUE INDEX ON customers (email);
    CREATE INDEX ON customers (lower(email));
    INSERT INTO customers SELECT n, n || '@example.com', NULL FROM generate_series(1, 2000) n;
    CREATE SCHEMA app;
    CREATE TABLE app.events (at timestamptz NOT NULL, kind int) PARTITION BY RANGE (at);
    CREATE TABLE app.events_1 PARTITION OF app.events FOR VALUES FROM ('2026-01-01') TO ('2026-07-01');
    CREATE TABLE app.events_2 PARTITION OF app.events FOR VALUES FROM ('2026-07-01') TO ('2027-01-01');
    INSERT INTO app.events SELECT '2026-06-01'::timestamptz + n * interval '1 hour', n % 7 FROM generate_series(1, 1500) n;
    ANALYZE;
    SELECT pg_stat_reset();
    SELECT pg_stat_statements_reset();`)
  await sql`UPDATE customers SET email = email || '.' WHERE id <= 100`
  await sql`SELECT count(*) FROM customers`
  await sql`SELECT pg_stat_force_next_flush()`
}, SLOW_MS)

afterAll(async () => {
  await sql.end()
  await server.stop()
})

const typed = () => `postgres://postgres@127.0.0.1:${server.port}/shop`
const password = () => ({ PGPASSWORD: server.password ?? '' })
const inFolder = (words: readonly string[], env: Record<string, string>, input = '') =>
  lakebase(words, mkdtempSync(join(tmpdir(), 'lakebase-pg-')), input, env)

test('a running Postgres becomes a workload that checks: tables, keys, indexes, rows, bytes, statistics', () => {
  const { code, stdout, stderr } = inFolder(['init', '--from-pg', typed(), '-o', '-'], password())
  expect([code, stderr]).toEqual([
    0,
    `reading catalog and counters of 127.0.0.1:${server.port}/shop\n`,
  ])
  const { workload, findings } = parseWorkload(stdout, { file: 'workload.yml' })
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  expect(stdout).toMatch(/^# yaml-language-server: \$schema=/)
  expect(workload?.tables.map(({ name }) => name)).toEqual(['app.events', 'public.customers'])
  const [events, customers] = workload?.tables ?? []
  expect(events).toMatchObject({ rows: 1500 })
  expect(stdout).toContain('# partitioned; rows and size are those of all parts')
  expect(customers).toMatchObject({
    rows: 2000,
    primaryKeys: ['id'],
    indexes: [{ columns: ['email'], unique: true }],
  })
  expect(customers?.sizeGb).toBeGreaterThan(0)
  expect(customers?.columns).toMatchObject([
    { name: 'id', type: 'bigint', nullable: false, averageBytes: 8, distinctValues: 2000 },
    { name: 'email', type: 'text', nullable: false },
    { name: 'from: {', type: 'text', nullable: true, nullFraction: 1 },
  ])
  expect(stdout).toContain('1 index of expressions')
})

test('reads and writes a second are means of the counters, and say so', () => {
  const { stdout } = inFolder(['init', '--from-pg', typed(), '-o', '-'], password())
  const { workload } = parseWorkload(stdout, { file: 'workload.yml' })
  expect(workload?.load.readsPerSecond).toBeGreaterThan(0)
  expect(workload?.load.continuousWritesPerSecond).toBeGreaterThan(0)
  expect(workload?.load.connections).toBeGreaterThan(0)
  expect(stdout).toMatch(
    /reads_per_second: \S+ # mean by pg_stat_statements.*; the peak is higher$/m,
  )
  expect(stdout).toMatch(
    /continuous_writes_per_second: \S+ # mean since 20\d\d-.* by pg_stat_user_tables; the peak is higher$/m,
  )
})

test('a password is taken from PGPASSWORD, a named variable or stdin, and never from the words', () => {
  const refused = inFolder(['init', '--from-pg', url], {})
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('PGPASSWORD')])
  expect(refused.stderr + refused.stdout).not.toContain(server.password)
  const named = inFolder(['init', '--from-pg', 'SHOP_URL', '-o', '-', '--quiet'], { SHOP_URL: url })
  expect([named.code, named.stderr]).toEqual([0, ''])
  const piped = inFolder(['init', '--from-pg', '-', '-o', '-', '--quiet'], {}, `${url}\n`)
  expect([piped.code, piped.stderr]).toEqual([0, ''])
  for (const { stdout } of [named, piped]) expect(stdout).not.toContain(server.password)
})

test('who may not in is told so: exit 4; where nobody is: exit 5', () => {
  expect(inFolder(['init', '--from-pg', typed()], { PGPASSWORD: 'wrong' }).code).toBe(4)
  expect(inFolder(['init', '--from-pg', 'postgres://me@127.0.0.1:1/shop'], {}).code).toBe(5)
  expect(inFolder(['init', '--from-pg', 'NOT_THERE'], {}).code).toBe(2)
})

test('without pg_stat_statements and without a reset nothing is made up', async () => {
  const other = await server.createDatabase('quiet')
  const { code, stdout } = inFolder(['init', '--from-pg', 'U', '-o', '-'], { U: other })
  expect(code).toBe(0)
  expect(stdout).toContain('Without the extension pg_stat_statements')
  expect(stdout).toContain('stats_reset is empty')
  expect(stdout).toMatch(/^ {2}# reads_per_second:/m)
  expect(stdout).toMatch(/^ {2}# continuous_writes_per_second:/m)
})
