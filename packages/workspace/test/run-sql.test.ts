import { type FakeWorkspace, type SqlFunction, startFakeWorkspace } from '@lakebase/testing'
import { afterEach, expect, test } from 'vitest'
import type { WorkspaceOptions } from '../src/index.js'
import { errorOf, openFake } from './open.js'

const STATEMENTS = '/api/2.0/sql/statements'
let fake: FakeWorkspace
afterEach(() => fake.close())

async function open(sql: SqlFunction, options: WorkspaceOptions = {}) {
  fake = await startFakeWorkspace({ sql })
  return openFake(fake, { warehouseId: 'fake-warehouse', ...options })
}

function asked(): readonly string[] {
  return fake.requests.map(({ method, path }) => `${method} ${path.replace(/[\w-]{30,}/, 'ID')}`)
}

test('rows come by column name, each value in the type of its column', async () => {
  const { runSql } = await open(() => ({
    columns: [
      { name: 'yes', type_name: 'BOOLEAN' },
      { name: 'small', type_name: 'INT' },
      { name: 'large', type_name: 'LONG' },
      { name: 'real', type_name: 'DOUBLE' },
      { name: 'price', type_name: 'DECIMAL' },
      { name: 'name', type_name: 'STRING' },
      { name: 'at', type_name: 'TIMESTAMP' },
      { name: 'bytes', type_name: 'BINARY' },
      { name: '__proto__', type_name: 'ARRAY' },
    ],
    rows: [
      [
        'true',
        '-5',
        '9007199254740993',
        '1.5e3',
        '12.50',
        'ü',
        '2026-01-02T03:04:05Z',
        'AP8=',
        '[1]',
      ],
      [null, null, '7', 'NaN', null, '', null, null, null],
    ],
  }))
  const { columns, rows } = await runSql('select * from t')
  expect(columns.map(({ name, type }) => `${name} ${type}`).slice(0, 3)).toEqual([
    'yes BOOLEAN',
    'small INT',
    'large LONG',
  ])
  expect(rows.map((row) => Object.entries(row).map(([, value]) => value))).toEqual([
    [
      true,
      -5,
      9007199254740993n,
      1500,
      '12.50',
      'ü',
      '2026-01-02T03:04:05Z',
      new Uint8Array([0, 255]),
      '[1]',
    ],
    [null, null, 7, Number.NaN, null, '', null, null, null],
  ])
})

test('parameters keep their types', async () => {
  const seen: unknown[] = []
  const { runSql } = await open((_, parameters) => {
    seen.push(...parameters)
    return { columns: [], rows: [] }
  })
  await runSql('select :a', {
    parameters: { a: "o'k", b: 3, c: 0.5, d: 2n ** 60n, e: false, f: null },
  })
  expect(seen).toEqual([
    { name: 'a', value: "o'k", type: 'STRING' },
    { name: 'b', value: '3', type: 'BIGINT' },
    { name: 'c', value: '0.5', type: 'DOUBLE' },
    { name: 'd', value: '1152921504606846976', type: 'BIGINT' },
    { name: 'e', value: 'false', type: 'BOOLEAN' },
    { name: 'f', type: 'STRING' },
  ])
  const error = await errorOf(runSql('select :a', { parameters: { a: 2 ** 60 } }))
  expect(error.message).toContain('is not exact; pass a bigint')
})

test('all chunks are fetched, in their order', async () => {
  const rows = Array.from({ length: 10 }, (_, index) => [index])
  const columns = [{ name: 'n', type_name: 'INT' }]
  const { runSql } = await open(() => ({ columns, rows, chunkRows: 3 }))
  const result = await runSql('select n from t')
  expect(result.rows.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(asked().filter((line) => line.includes('chunks'))).toEqual([
    `GET ${STATEMENTS}/ID/result/chunks/1`,
    `GET ${STATEMENTS}/ID/result/chunks/2`,
    `GET ${STATEMENTS}/ID/result/chunks/3`,
  ])
})

test('a statement that takes its time is asked about at growing intervals', async () => {
  const pauses: number[] = []
  let open_ = true
  const clock = {
    now: Date.now,
    random: () => 0,
    sleep: async (ms: number) => {
      pauses.push(ms)
      if (pauses.length === 12) open_ = false
    },
  }
  const columns = [{ name: 'n', type_name: 'INT' }]
  const { runSql } = await open(
    async () => {
      while (open_) await new Promise((resolve) => setTimeout(resolve, 1))
      return { columns, rows: [[1]] }
    },
    { clock },
  )
  const states: string[] = []
  await runSql('select 1 as n', { onProgress: ({ state }) => states.push(state) })
  expect(pauses.slice(0, 4).map(Math.round)).toEqual([100, 160, 256, 410])
  expect(Math.max(...pauses)).toBe(5_000)
  expect([states[0], states.at(-1)]).toEqual(['PENDING', 'SUCCEEDED'])
})

test('a statement that fails says why, which one, and what to grant', async () => {
  const { runSql } = await open(() => ({
    error: {
      error_code: 'BAD_REQUEST',
      message: '[INSUFFICIENT_PERMISSIONS] User does not have SELECT on Table main.shop.orders',
    },
    sqlState: '42501',
  }))
  const error = await errorOf(runSql('select *\nfrom main.shop.orders'))
  expect(error).toMatchObject({ code: 'SQL', errorCode: 'BAD_REQUEST', sqlState: '42501' })
  expect(error.message).toMatch(/^BAD_REQUEST \[INSUFFICIENT_PERM.*\(statement: select \*\)$/)
  expect(error.hint).toMatch(/SELECT on the table/)
})

const forever: SqlFunction = (_, __, { signal }) =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('cancelled')))
  })

test.each([
  { what: 'while it is asked about', wait: () => fake.requests.length > 3 },
  { what: 'while it is sent', wait: () => fake.requests.length > 0 },
])('an abort cancels the statement $what', async ({ wait }) => {
  const sleep = () => new Promise<void>((resolve) => setTimeout(resolve, 5))
  const clock = { now: Date.now, random: () => 0, sleep }
  const { runSql } = await open(forever, { clock })
  fake.fault({ kind: 'delay', method: 'POST', path: STATEMENTS, delayMs: 100 })
  const controller = new AbortController()
  const work = errorOf(runSql('select 1', { signal: controller.signal }))
  await expect.poll(wait).toBe(true)
  controller.abort()
  expect((await work).code).toBe('ABORTED')
  expect(asked().filter((line) => line.endsWith('/cancel'))).toEqual([
    `POST ${STATEMENTS}/ID/cancel`,
  ])
})

test('a statement that takes too long is cancelled', async () => {
  const sleep = () => new Promise<void>((resolve) => setTimeout(resolve, 5))
  const clock = { now: Date.now, random: () => 0, sleep }
  const { runSql } = await open(forever, { clock })
  const error = await errorOf(runSql('select 1', { timeoutMs: 200 }))
  expect(error.code).toBe('TIMEOUT')
  expect(error.message).toBe('SQL statement (select 1): no result within 0.2 s')
  expect(asked().at(-1)).toBe(`POST ${STATEMENTS}/ID/cancel`)
})

test('nothing is sent for a signal that is aborted already', async () => {
  const { runSql } = await open(forever)
  const error = await errorOf(runSql('select 1', { signal: AbortSignal.abort() }))
  expect(error.code).toBe('ABORTED')
  expect(asked().filter((line) => line === `POST ${STATEMENTS}`)).toEqual([])
})

test.each([
  { statement: 'select 1', tries: 2 },
  { statement: ' -- note\n (SELECT 1)', tries: 2 },
  { statement: 'describe detail main.shop.orders', tries: 2 },
  { statement: 'insert into t values (1)', tries: 1 },
  { statement: 'with a as (select 1) insert into t select * from a', tries: 1 },
])('"$statement" is sent $tries times when the first answer is lost', async (each) => {
  const { runSql } = await open(() => ({ columns: [], rows: [] }))
  fake.fault({ kind: 'close', method: 'POST', path: STATEMENTS, times: 1 })
  await runSql(each.statement).catch(() => undefined)
  expect(asked().filter((line) => line === `POST ${STATEMENTS}`)).toHaveLength(each.tries)
})

test.each([
  { document: { manifest: { schema: { columns: [] }, truncated: true } }, says: 'is larger than' },
  { document: { manifest: { schema: {}, total_row_count: 2 } }, says: '0 rows came of 2' },
  {
    document: {
      manifest: { schema: { columns: [{ name: 'n', type_name: 'INT' }] } },
      result: { data_array: [['a']] },
    },
    says: 'column "n" holds something that is no INT',
  },
  {
    document: {
      manifest: {
        schema: {
          columns: [
            { name: 'n', type_name: 'INT' },
            { name: 'n', type_name: 'INT' },
          ],
        },
      },
    },
    says: 'two columns of the result are called "n"',
  },
])('a result with a defect is refused: $says', async ({ document, says }) => {
  const { runSql } = await open(() => ({ columns: [], rows: [] }))
  const body = { statement_id: 'x', status: { state: 'SUCCEEDED' }, ...document }
  fake.fault({ kind: 'status', method: 'POST', path: STATEMENTS, status: 200, body })
  expect((await errorOf(runSql('select 1'))).message).toContain(says)
})

test.each<{ options: WorkspaceOptions; says: RegExp }>([
  { options: {}, says: /^no SQL warehouse is configured$/ },
  { options: { httpPath: 'sql/protocolv1/o/1/2' }, says: /not the HTTP path of a SQL warehouse/ },
  {
    options: { warehouseId: 'a', httpPath: '/sql/1.0/warehouses/b' },
    says: /name different warehouses/,
  },
])('without a usable warehouse nothing is sent: $says', async ({ options, says }) => {
  fake = await startFakeWorkspace()
  const error = await errorOf(openFake(fake, options).runSql('select 1'))
  expect(error.code).toBe('CONFIG')
  expect(error.message).toMatch(says)
  expect(fake.requests).toEqual([])
})

test('the warehouse is taken out of the HTTP path', async () => {
  fake = await startFakeWorkspace({ sql: () => ({ columns: [], rows: [] }) })
  const { runSql } = openFake(fake, { httpPath: '/sql/1.0/warehouses/fake-warehouse' })
  await runSql('select 1')
  expect(fake.requests[0]?.body).toMatchObject({ warehouse_id: 'fake-warehouse' })
})
