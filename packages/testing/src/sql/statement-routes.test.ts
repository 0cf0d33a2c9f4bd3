import { setTimeout as sleep } from 'node:timers/promises'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { askJson } from '../../test/ask.js'
import { openWorkspace } from '../../test/open-workspace.js'
import type { FakeWorkspace } from '../index.js'
import type { SqlRows } from './sql-answer.js'

const STATEMENTS = '/api/2.0/sql/statements'
const BODY = { statement: 'select n from t', warehouse_id: 'fake-warehouse' }
const NUMBERS: SqlRows = {
  columns: [
    { name: 'n', type_name: 'LONG', type_text: 'BIGINT' },
    { name: 'word', type_name: 'STRING' },
  ],
  rows: [
    [1, 'one'],
    [2n ** 60n, null],
    [true, '{"a":1}'],
  ],
}

const submit = (workspace: FakeWorkspace, body: object = {}) =>
  askJson(workspace, `POST ${STATEMENTS}`, { body: { ...BODY, ...body } })

async function submitAsync(workspace: FakeWorkspace) {
  const { body } = await submit(workspace, { wait_timeout: '0s' })
  return v.parse(v.object({ statement_id: v.string() }), body).statement_id
}

const poll = (workspace: FakeWorkspace, id: string) => askJson(workspace, `GET ${STATEMENTS}/${id}`)

test('answers rows as text and null, with their columns', async () => {
  const { status, body } = await submit(await openWorkspace({ sql: () => NUMBERS }))
  expect(status).toBe(200)
  expect(body).toEqual({
    statement_id: expect.any(String),
    status: { state: 'SUCCEEDED' },
    manifest: {
      format: 'JSON_ARRAY',
      schema: {
        column_count: 2,
        columns: [
          { name: 'n', position: 0, type_name: 'LONG', type_text: 'BIGINT' },
          { name: 'word', position: 1, type_name: 'STRING', type_text: 'STRING' },
        ],
      },
      total_chunk_count: 1,
      chunks: [{ chunk_index: 0, row_offset: 0, row_count: 3 }],
      total_row_count: 3,
      truncated: false,
    },
    result: {
      chunk_index: 0,
      row_offset: 0,
      row_count: 3,
      data_array: [
        ['1', 'one'],
        ['1152921504606846976', null],
        ['true', '{"a":1}'],
      ],
    },
  })
})

test('hands the statement, its parameters and where it runs to the function', async () => {
  const asked: unknown[] = []
  const workspace = await openWorkspace({
    sql: (statement, parameters, { warehouseId, catalog, schema }) => {
      asked.push({ statement, parameters, warehouseId, catalog, schema })
      return { columns: [], rows: [] }
    },
  })
  const parameters = [{ name: 'day', value: '2026-01-01', type: 'DATE' }, { name: 'nothing' }]
  const { body } = await submit(workspace, { parameters, catalog: 'main', schema: 'shop' })
  expect(asked).toEqual([
    {
      statement: BODY.statement,
      parameters,
      warehouseId: 'fake-warehouse',
      catalog: 'main',
      schema: 'shop',
    },
  ])
  expect(body).toMatchObject({
    manifest: { total_chunk_count: 0, total_row_count: 0 },
    result: {},
  })
})

test('a long answer comes in chunks, each naming the next', async () => {
  const workspace = await openWorkspace({ sql: () => ({ ...NUMBERS, chunkRows: 2 }) })
  const { body } = await submit(workspace)
  const link = v.parse(
    v.object({ result: v.object({ next_chunk_internal_link: v.string() }) }),
    body,
  ).result.next_chunk_internal_link
  expect(body).toMatchObject({
    manifest: { total_chunk_count: 2, total_row_count: 3 },
    result: { chunk_index: 0, row_count: 2, next_chunk_index: 1 },
  })
  const last = await askJson(workspace, `GET ${link}`)
  expect(last.body).toEqual({
    chunk_index: 1,
    row_offset: 2,
    row_count: 1,
    data_array: [['true', '{"a":1}']],
  })
  const beyond = link.replace('chunks/1', 'chunks/2')
  expect(await askJson(workspace, `GET ${beyond}`)).toMatchObject({ status: 400 })
})

test('row_limit cuts the answer and says so', async () => {
  const workspace = await openWorkspace({ sql: () => ({ ...NUMBERS, chunkRows: 2 }) })
  expect((await submit(workspace, { row_limit: 1 })).body).toMatchObject({
    manifest: { total_row_count: 1, total_chunk_count: 1, truncated: true },
    result: { data_array: [['1', 'one']] },
  })
})

test('a failed statement is HTTP 200 with the error in its status', async () => {
  const workspace = await openWorkspace({
    sql: () => ({ error: { error_code: 'BAD_REQUEST', message: 'no t' }, sqlState: '42P01' }),
  })
  const { status, body } = await submit(workspace)
  expect(status).toBe(200)
  expect(body).toEqual({
    statement_id: expect.any(String),
    status: {
      state: 'FAILED',
      error: { error_code: 'BAD_REQUEST', message: 'no t' },
      sql_state: '42P01',
    },
  })
})

test('what the function throws is the message of the failed statement', async () => {
  const workspace = await openWorkspace({
    sql: () => {
      throw new Error('unexpected statement')
    },
  })
  expect((await submit(workspace)).body).toMatchObject({
    status: {
      state: 'FAILED',
      error: { message: expect.stringContaining('unexpected statement') },
    },
  })
})

test('goes from PENDING through RUNNING to SUCCEEDED while it is polled', async () => {
  const workspace = await openWorkspace({
    // Long enough for a busy machine to look in each state.
    sql: () => ({ ...NUMBERS, pendingMs: 1500, delayMs: 1500 }),
  })
  const id = await submitAsync(workspace)
  const seen = new Set<string>()
  const state = v.object({ status: v.object({ state: v.string() }) })
  await expect
    .poll(
      async () => {
        const { status } = v.parse(state, (await poll(workspace, id)).body)
        seen.add(status.state)
        return status.state
      },
      { interval: 20, timeout: 30_000 },
    )
    .toBe('SUCCEEDED')
  expect([...seen]).toEqual(['PENDING', 'RUNNING', 'SUCCEEDED'])
})

test('holds the call until the statement ends, or as long as wait_timeout or maxSqlWaitMs say', async () => {
  const workspace = await openWorkspace({
    sql: (statement) => ({ ...NUMBERS, delayMs: statement === 'slow' ? 60_000 : 50 }),
    maxSqlWaitMs: 200,
  })
  expect((await submit(workspace)).body).toMatchObject({ status: { state: 'SUCCEEDED' } })
  const start = performance.now()
  const { body } = await submit(workspace, { statement: 'slow', wait_timeout: '50s' })
  expect(body).toEqual({ statement_id: expect.any(String), status: { state: 'RUNNING' } })
  expect(performance.now() - start).toBeGreaterThan(190)
})

test('on_wait_timeout CANCEL cancels what has not ended', async () => {
  const workspace = await openWorkspace({
    sql: () => ({ ...NUMBERS, delayMs: 60_000 }),
    maxSqlWaitMs: 20,
  })
  const { body } = await submit(workspace, { on_wait_timeout: 'CANCEL' })
  expect(body).toMatchObject({ status: { state: 'CANCELED' } })
})

test('cancel ends a statement for good and tells the function', async () => {
  let told = false
  const workspace = await openWorkspace({
    sql: async (_statement, _parameters, { signal }) => {
      await sleep(60_000, undefined, { signal }).catch(() => {
        told = true
      })
      return NUMBERS
    },
  })
  const id = await submitAsync(workspace)
  const cancel = () => askJson(workspace, `POST ${STATEMENTS}/${id}/cancel`)
  expect(await cancel()).toEqual({ status: 200, body: {} })
  expect(await cancel()).toMatchObject({ status: 200 })
  expect((await poll(workspace, id)).body).toMatchObject({ status: { state: 'CANCELED' } })
  await expect.poll(() => told).toBe(true)
  expect((await poll(workspace, id)).body).toMatchObject({ status: { state: 'CANCELED' } })
  expect(await askJson(workspace, `GET ${STATEMENTS}/${id}/result/chunks/0`)).toMatchObject({
    status: 400,
  })
})

test('cancel is without effect on a statement that has succeeded', async () => {
  const workspace = await openWorkspace({ sql: () => NUMBERS })
  const id = await submitAsync(workspace)
  await expect
    .poll(() => poll(workspace, id))
    .toMatchObject({
      body: { status: { state: 'SUCCEEDED' } },
    })
  await askJson(workspace, `POST ${STATEMENTS}/${id}/cancel`)
  expect((await poll(workspace, id)).body).toMatchObject({ status: { state: 'SUCCEEDED' } })
})

test.each([
  [{ statement: '' }, 'statement'],
  [{ statement: undefined }, 'statement'],
  [{ wait_timeout: '60s' }, 'wait_timeout: must be 0s or between 5s and 50s'],
  [{ wait_timeout: '3s' }, 'wait_timeout: must be 0s or between 5s and 50s'],
  [{ wait_timeout: '10' }, 'wait_timeout: must be 0s or between 5s and 50s'],
  [{ disposition: 'EXTERNAL_LINKS' }, 'disposition'],
  [{ parameters: [{ value: '1' }] }, 'parameters.0.name'],
])('%j is 400, naming the field', async (body, message) => {
  const workspace = await openWorkspace({ sql: () => NUMBERS })
  expect(await submit(workspace, body)).toMatchObject({
    status: 400,
    body: {
      error_code: 'INVALID_PARAMETER_VALUE',
      message: expect.stringContaining(message),
    },
  })
})

test('a body that is no JSON is 400, a warehouse or statement unknown 404', async () => {
  const workspace = await openWorkspace({ sql: () => NUMBERS })
  expect(await askJson(workspace, `POST ${STATEMENTS}`, { body: 'x' })).toMatchObject({
    status: 400,
  })
  expect(await submit(workspace, { warehouse_id: 'other' })).toMatchObject({ status: 404 })
  expect(await poll(workspace, 'other')).toMatchObject({
    status: 404,
    body: { error_code: 'NOT_FOUND' },
  })
})
