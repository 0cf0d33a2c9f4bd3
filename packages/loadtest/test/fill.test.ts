import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTableDdl, parseWorkload, withTableDdl } from '@lakebase/config'
import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillStatements } from '../src/fill/fill-statements.js'
import { type FillTable, fillTables } from '../src/fill/fill-table.js'

const shop = join(import.meta.dirname, '../../../examples/shop')
const read = (name: string) => readFileSync(join(shop, name), 'utf8')

let server: LocalPostgres
let sql: postgres.Sql
beforeAll(async () => {
  server = await startPostgres()
  sql = postgres(await server.createDatabase(), { max: 1, onnotice: () => undefined })
})
afterAll(async () => {
  await sql.end()
  await server.stop()
})

const fill = async (tables: readonly FillTable[]) => {
  for (const statement of fillStatements(tables)) await sql.unsafe(statement.sql)
}
const value = async (query: string) => (await sql.unsafe(query).values())[0]?.[0]

test('the tables of the shop are made and filled, each with its share of rows', {
  timeout: 120_000,
}, async () => {
  const { workload } = parseWorkload(read('workload.yml'), { file: 'workload.yml' })
  const { tables } = parseTableDdl(read('tables.sql'), { file: 'tables.sql' })
  if (!workload) throw new Error('the sample workload has an error')
  const wanted = fillTables(withTableDdl(workload, tables).workload, 1 / 10_000)
  await fill(wanted)
  for (const { schema, table, rows } of wanted) {
    expect([table, Number(await value(`SELECT count(*) FROM ${schema}.${table}`))]).toEqual([
      table,
      rows,
    ])
  }
  expect(wanted.map(({ rows }) => rows)).toContain(9000)
})

test('columns that are named after the key of a table hold keys of it, some more often than others', async () => {
  const strangers = await value(
    'SELECT count(*) FROM shop.orders o WHERE customer_id NOT IN (SELECT customer_id FROM shop.customers)',
  )
  expect(Number(strangers)).toBe(0)
  const addresses = await value(`SELECT count(*) FROM shop.orders o
    WHERE shipping_address_id IS NOT NULL AND shipping_address_id NOT IN (SELECT address_id FROM shop.addresses)`)
  expect(Number(addresses)).toBe(0)
  const items = await value(
    'SELECT count(*) FROM shop.order_items JOIN shop.products USING (sku) JOIN shop.orders USING (order_id)',
  )
  expect(Number(items)).toBe(31_000)
  const top = await value(`SELECT sum(n) FROM (
    SELECT count(*) AS n FROM shop.orders GROUP BY customer_id ORDER BY 1 DESC LIMIT 120) t`)
  // A tenth of the customers have almost half of the orders: the cube root of a tenth.
  expect(Number(top) / 9000).toBeGreaterThan(0.4)
})

test('values are plausible: countries, sentences, days that are past, a few nulls', async () => {
  expect(await value("SELECT count(*) FROM shop.customers WHERE country !~ '^[A-Z]{2}$'")).toBe('0')
  expect(
    await value("SELECT preferences ->> 'language' ~ '^[a-z]{2}$' FROM shop.customers LIMIT 1"),
  ).toBe(true)
  expect(
    await value(
      'SELECT jsonb_array_length(images) FROM shop.products WHERE images IS NOT NULL LIMIT 1',
    ),
  ).toBe(2)
  expect(
    await value(
      "SELECT max(placed_at) < now() AND min(placed_at) > now() - interval '731 days' FROM shop.orders",
    ),
  ).toBe(true)
  expect(await value('SELECT bool_and(stars BETWEEN 1 AND 5) FROM shop.reviews')).toBe(true)
  const nulls = Number(await value('SELECT avg((body IS NULL)::int) FROM shop.reviews'))
  expect(nulls).toBeGreaterThan(0.005)
  expect(nulls).toBeLessThan(0.08)
  expect(
    await value("SELECT reltuples > 0 FROM pg_class WHERE oid = 'shop.reviews'::regclass"),
  ).toBe(true)
})

test('the same tables give the same rows again', async () => {
  const table = (name: string): FillTable => ({
    schema: 'again',
    table: 't',
    columns: [
      { name: 'id', type: 'uuid', nullable: false },
      { name: 'title', type: 'varchar(7)', nullable: true, distinctValues: 5 },
      { name: 'ratio', type: 'FLOAT', nullable: false },
    ],
    primaryKeys: ['id'],
    rows: 1000,
    ...(name === '' ? {} : { table: name }),
  })
  const digest = "SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM again.t"
  await fill([table('')])
  const first = await value(digest)
  expect(await value('SELECT count(DISTINCT title) FROM again.t')).toBe('5')
  await sql.unsafe('DROP SCHEMA again CASCADE')
  await fill([table('')])
  expect(await value(digest)).toBe(first)
})

const TYPES = [
  'BIGINT',
  'INT',
  'SMALLINT',
  'TINYINT',
  'DECIMAL(10, 2)',
  'DECIMAL',
  'DOUBLE',
  'FLOAT',
  'BOOLEAN',
  'STRING',
  'CHAR(1)',
  'VARCHAR(3)',
  'DATE',
  'TIMESTAMP',
  'TIMESTAMP_NTZ',
  'timestamp(3) with time zone',
  'BINARY',
  'uuid',
  'INTERVAL',
  'jsonb',
  'json',
  'double precision',
  'ARRAY<STRUCT<a: INT, b: ARRAY<STRING>>>',
  'MAP<STRING, DECIMAL(5, 2)>',
  "STRUCT<a: INT COMMENT 'x', b: STRUCT<c: DATE NOT NULL>>",
  'character varying(12)',
]

test.each(TYPES)('a column of %s gets values that Postgres takes', async (type) => {
  const column = { name: 'c', type, nullable: false }
  const id = { name: 'id', type: 'INT', nullable: false }
  await fill([
    { schema: 'types', table: 't', columns: [id, column], primaryKeys: ['id'], rows: 50 },
  ])
  expect(await value('SELECT count(c) FROM types.t')).toBe('50')
  await sql.unsafe('DROP SCHEMA types CASCADE')
})

const KEYS = [
  'BIGINT',
  'DECIMAL(6, 0)',
  'STRING',
  'CHAR(4)',
  'VARCHAR(12)',
  'DATE',
  'TIMESTAMP',
  'BINARY',
  'uuid',
]

test.each(KEYS)('keys of %s are unique, also as a part of a key', async (type) => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name, type, nullable: false }))
  if (!a || !b || !c) throw new Error('three columns')
  await fill([
    { schema: 'keys', table: 'one', columns: [a], primaryKeys: ['a'], rows: 1234 },
    {
      schema: 'keys',
      table: 'three',
      columns: [b, c, a],
      primaryKeys: ['a', 'b', 'c'],
      rows: 1234,
    },
  ])
  expect(await value('SELECT count(*) FROM keys.three JOIN keys.one USING (a)')).toBe('1234')
  await sql.unsafe('DROP SCHEMA keys CASCADE')
})

test.each([
  ['VOID', 'id', 't.c: the type VOID is not known; write one of Databricks or PostgreSQL'],
  ['BOOLEAN', 'c', 'c: no key is made of the type boolean'],
  ['TINYINT', 'c', 'c: smallint has no room for 1000 different keys'],
  ['CHAR(2)', 'c', 'c: character(2) has no room for 1000 different keys'],
  ['INT', 'd', 't: the key names d, which is no column of it'],
])('%s with the key %s is refused: %s', (type, key, message) => {
  const columns = [
    { name: 'id', type: 'INT', nullable: false },
    { name: 'c', type, nullable: false },
  ]
  const table = { schema: 's', table: 't', columns, primaryKeys: [key], rows: 1000 }
  expect(() => fillStatements([table])).toThrow(expect.objectContaining({ code: 'FILL', message }))
})
