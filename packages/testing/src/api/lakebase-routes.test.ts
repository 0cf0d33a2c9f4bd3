import * as v from 'valibot'
import { expect, test } from 'vitest'
import { askJson } from '../../test/ask.js'
import { openWorkspace } from '../../test/open-workspace.js'
import type { DatabaseInstance, PostgresEndpoint } from './lakebase-resources.js'

const INSTANCE: DatabaseInstance = { name: 'shop', read_write_dns: 'instance-1.example.com' }
const BRANCH = 'projects/shop/branches/main'
const ENDPOINTS: readonly PostgresEndpoint[] = [
  { name: `${BRANCH}/endpoints/rw`, host: 'ep-rw.example.com', minCu: 0.5, maxCu: 8 },
  {
    name: `${BRANCH}/endpoints/ro`,
    host: 'ep-ro.example.com',
    type: 'ENDPOINT_TYPE_READ_ONLY',
    state: 'IDLE',
  },
  { name: 'projects/shop/branches/dev/endpoints/rw', host: 'ep-dev.example.com' },
]
const NOW_MS = Date.UTC(2026, 10, 1)

const open = () =>
  openWorkspace({
    databaseInstances: [INSTANCE],
    postgresEndpoints: ENDPOINTS,
    postgresPageSize: 1,
    now: () => NOW_MS,
  })
const inSeconds = (seconds: number) => new Date(NOW_MS + seconds * 1000).toISOString()

test('mints a token for instances, which a login can be checked against', async () => {
  const workspace = await open()
  const claims = [{ permission_set: 'READ_ONLY' }]
  const { status, body } = await askJson(workspace, 'POST /api/2.0/database/credentials', {
    body: { request_id: 'id-1', instance_names: ['shop'], claims },
  })
  const { token } = v.parse(v.object({ token: v.string() }), body)
  expect({ status, body }).toEqual({
    status: 200,
    body: { token, expiration_time: inSeconds(3600) },
  })
  expect(workspace.databaseTokens).toEqual([
    {
      token,
      expiresAtMs: NOW_MS + 3_600_000,
      userName: 'ada@example.com',
      resources: ['shop'],
      claims,
    },
  ])
})

test.each([
  [{}, 3600],
  [{ ttl: '300s' }, 300],
  [{ ttl: '900.5s' }, 900.5],
  [{ expire_time: inSeconds(600) }, 600],
])('mints a token for an endpoint; %j lives %d s', async (asked, seconds) => {
  const workspace = await open()
  const body = { endpoint: `${BRANCH}/endpoints/rw`, ...asked }
  expect(await askJson(workspace, 'POST /api/2.0/postgres/credentials', { body })).toEqual({
    status: 200,
    body: { token: workspace.databaseTokens[0]?.token, expire_time: inSeconds(seconds) },
  })
  expect(workspace.databaseTokens).toMatchObject([
    { expiresAtMs: NOW_MS + seconds * 1000, resources: [body.endpoint], claims: undefined },
  ])
})

test.each([
  ['postgres', { endpoint: `${BRANCH}/endpoints/rw`, ttl: '299s' }, 400, 'ttl'],
  ['postgres', { endpoint: `${BRANCH}/endpoints/rw`, ttl: '3601s' }, 400, 'ttl'],
  ['postgres', { endpoint: `${BRANCH}/endpoints/rw`, ttl: 600 }, 400, 'ttl'],
  ['postgres', { endpoint: `${BRANCH}/endpoints/rw`, expire_time: 'soon' }, 400, 'expire_time'],
  ['postgres', { endpoint: `${BRANCH}/endpoints/rw`, expire_time: inSeconds(0) }, 400, 'expire'],
  ['postgres', { endpoint: 'shop' }, 404, 'shop'],
  ['postgres', {}, 400, 'endpoint'],
  ['database', { request_id: 'id-1', instance_names: ['other'] }, 404, 'other'],
  ['database', { request_id: 'id-1', instance_names: [] }, 400, 'instance_names'],
  ['database', { instance_names: ['shop'] }, 400, 'request_id'],
])('%s credentials for %j are %i', async (product, body, status, message) => {
  const workspace = await open()
  const path = `POST /api/2.0/${product}/credentials`
  expect(await askJson(workspace, path, { body })).toMatchObject({
    status,
    body: { message: expect.stringContaining(message) },
  })
  expect(workspace.databaseTokens).toEqual([])
})

test('every database token is another one', async () => {
  const workspace = await open()
  const body = { endpoint: `${BRANCH}/endpoints/rw` }
  for (let turn = 0; turn < 3; turn += 1) {
    await askJson(workspace, 'POST /api/2.0/postgres/credentials', { body })
  }
  expect(new Set(workspace.databaseTokens.map(({ token }) => token)).size).toBe(3)
})

test('tells where an instance is', async () => {
  const workspace = await open()
  expect(await askJson(workspace, 'GET /api/2.0/database/instances/shop')).toMatchObject({
    status: 200,
    body: { ...INSTANCE, state: 'AVAILABLE' },
  })
  expect(await askJson(workspace, 'GET /api/2.0/database/instances/other')).toMatchObject({
    status: 404,
    body: { error_code: 'RESOURCE_DOES_NOT_EXIST' },
  })
})

test('tells where an endpoint is and what state it is in', async () => {
  const workspace = await open()
  expect(await askJson(workspace, `GET /api/2.0/postgres/${BRANCH}/endpoints/ro`)).toMatchObject({
    status: 200,
    body: {
      name: `${BRANCH}/endpoints/ro`,
      parent: BRANCH,
      status: {
        endpoint_type: 'ENDPOINT_TYPE_READ_ONLY',
        current_state: 'IDLE',
        hosts: { host: 'ep-ro.example.com' },
      },
    },
  })
  expect(await askJson(workspace, `GET /api/2.0/postgres/${BRANCH}/endpoints/x`)).toMatchObject({
    status: 404,
  })
})

test('lists the endpoints of a branch, page by page', async () => {
  const workspace = await open()
  const path = `GET /api/2.0/postgres/${BRANCH}/endpoints`
  expect(await askJson(workspace, path)).toMatchObject({
    body: { endpoints: [{ name: ENDPOINTS[0]?.name }], next_page_token: '1' },
  })
  const { body } = await askJson(workspace, `${path}?page_token=1`)
  expect(body).toMatchObject({ endpoints: [{ name: ENDPOINTS[1]?.name }] })
  expect(body).not.toHaveProperty('next_page_token')
  const nowhere = 'GET /api/2.0/postgres/projects/other/branches/main/endpoints'
  expect(await askJson(workspace, nowhere)).toMatchObject({ status: 404 })
})
