import { type FakeWorkspace, startFakeWorkspace } from '@lakebase/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Workspace } from '../src/index.js'
import { errorOf, openFake } from './open.js'

const ENDPOINT = 'projects/shop/branches/main/endpoints/rw' as const
let fake: FakeWorkspace
let workspace: Workspace

beforeEach(async () => {
  fake = await startFakeWorkspace({
    databaseInstances: [{ name: 'shop', read_write_dns: 'shop.example.org' }],
    postgresEndpoints: [{ name: ENDPOINT, host: 'ep.example.org' }],
    servingEndpoints: ['llama'],
    tables: {
      'main.shop.orders': {
        updated_at: 1_700_000_000_000,
        properties: { 'delta.enableChangeDataFeed': 'true' },
        columns: [
          { name: 'total', type_name: 'DECIMAL', type_text: 'decimal(10,2)', position: 1 },
          { name: 'id', type_name: 'LONG', type_text: 'bigint', nullable: false, position: 0 },
        ],
      },
    },
    forbid: ({ path }) => (path.endsWith('main.shop.secret') ? 'No USE SCHEMA.' : undefined),
  })
  workspace = openFake(fake)
})
afterEach(() => fake.close())

test.each([{ endpoint: ENDPOINT }, { instance: 'shop' }])(
  'a password for $endpoint$instance is good until the time it names',
  async (target) => {
    const { token, expiresAt } = await workspace.databaseCredential(target)
    const [made] = fake.databaseTokens
    expect(token.reveal()).toBe(made?.token)
    expect(expiresAt.getTime()).toBeCloseTo(made?.expiresAtMs ?? 0, -4)
    expect(made?.resources).toEqual(['endpoint' in target ? ENDPOINT : 'shop'])
  },
)

test('a Provisioned instance gets a request id, another for each password', async () => {
  await workspace.databaseCredential({ instance: 'shop' })
  await workspace.databaseCredential({ instance: 'shop' })
  const ids = fake.requests.map(({ body }) => JSON.stringify(body))
  expect(ids[0]).toMatch(/"request_id":"[0-9a-f-]{36}"/)
  expect(ids[0]).not.toBe(ids[1])
})

test('a database that is not there is told as such', async () => {
  const error = await errorOf(workspace.databaseCredential({ instance: 'none' }))
  expect(error).toMatchObject({ code: 'NOT_FOUND', path: '/api/2.0/database/credentials' })
})

test('a table comes with its columns in their order', async () => {
  expect(await workspace.getTable('main.shop.orders')).toEqual({
    fullName: 'main.shop.orders',
    type: 'MANAGED',
    format: 'DELTA',
    columns: [
      { name: 'id', type: 'bigint', isNullable: false },
      { name: 'total', type: 'decimal(10,2)', isNullable: true },
    ],
    primaryKey: [],
    properties: { 'delta.enableChangeDataFeed': 'true' },
    updatedAt: new Date(1_700_000_000_000),
  })
})

test('the declared primary key of a table is found', async () => {
  const body = {
    full_name: 'a.b.c',
    table_type: 'MANAGED',
    table_constraints: [
      { foreign_key_constraint: { child_columns: ['x'] } },
      { primary_key_constraint: { name: 'pk', child_columns: ['a', 'b'] } },
    ],
  }
  fake.fault({ kind: 'status', status: 200, body, times: 1 })
  expect((await workspace.getTable('a.b.c')).primaryKey).toEqual(['a', 'b'])
})

test('a table that may not be seen is told with the grants that it takes', async () => {
  const error = await errorOf(workspace.getTable('main.shop.secret'))
  expect(error).toMatchObject({ code: 'PERMISSION', status: 403, errorCode: 'PERMISSION_DENIED' })
  expect(error.message).toMatch(
    /^\[GET\] ".*main\.shop\.secret": 403 PERMISSION_DENIED No USE SCHEMA/,
  )
  expect(error.hint).toMatch(/GRANT USE CATALOG .* USE SCHEMA .* SELECT/)
})

test('a name that holds a slash stays one part of the path', async () => {
  await errorOf(workspace.getTable('main.shop.a/../b'))
  expect(fake.requests[0]?.path).toBe('/api/2.1/unity-catalog/tables/main.shop.a%2F..%2Fb')
})

test('warehouses and model endpoints are listed', async () => {
  expect(await workspace.listWarehouses()).toEqual([
    {
      id: 'fake-warehouse',
      name: 'Fake warehouse',
      state: 'RUNNING',
      size: undefined,
      isServerless: false,
    },
  ])
  expect(await workspace.listServingEndpoints()).toEqual([
    { name: 'llama', task: 'llm/v1/chat', isReady: true },
  ])
})

test("a request of one's own carries its query and body", async () => {
  fake.fault({ kind: 'status', status: 200, body: { ok: true } })
  const answer = await workspace.request({
    method: 'PUT',
    path: '/api/2.0/any',
    query: { a: 'x y', b: 2, c: undefined },
    body: { n: 1 },
  })
  expect(answer).toEqual({ ok: true })
  expect(fake.requests[0]).toMatchObject({
    method: 'PUT',
    query: { a: 'x y', b: '2' },
    body: { n: 1 },
  })
})
