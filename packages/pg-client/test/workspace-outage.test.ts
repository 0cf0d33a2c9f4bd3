import { type FakeWorkspace, startFakeWorkspace, startPostgresGateway } from '@lakebase/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lakebase, type LakebaseEvent, lakebase } from '../src/index.js'
import { openPlace } from './open-gateway.js'
import { until } from './until.js'

const ENDPOINT = 'projects/shop/branches/main/endpoints/primary'
const CREDENTIALS = '/api/2.0/postgres/credentials'
let workspace: FakeWorkspace
let open: () => Lakebase & { readonly events: LakebaseEvent[] }
let close: () => Promise<void>
beforeAll(async () => {
  const place = await openPlace()
  workspace = await startFakeWorkspace({
    userName: 'postgres',
    servicePrincipals: [{ clientId: 'app', clientSecret: 'shh' }],
    postgresEndpoints: [{ name: ENDPOINT, host: 'localhost' }],
  })
  const gateway = await startPostgresGateway({
    upstream: place.server,
    tokens: workspace.databaseTokens,
  })
  const { host, ca = '' } = workspace
  open = () => {
    const events: LakebaseEvent[] = []
    const client = lakebase({
      target: { endpoint: ENDPOINT },
      port: gateway.port,
      database: 'postgres',
      singleton: false,
      env: {},
      tls: { ca: gateway.ca ?? '' },
      workspace: { host, ca, clientId: 'app', clientSecret: 'shh', env: {} },
      onEvent: (event) => void events.push(event),
    })
    return Object.assign(client, { events })
  }
  close = async () => {
    await gateway.close()
    await workspace.close()
    await place.close()
  }
})
afterAll(() => close())

const asked = (path: string) => workspace.requests.filter((request) => request.path === path).length

test.each([CREDENTIALS, '/oidc/v1/token'])(
  'while %s fails it is asked once a second by all who wait together',
  async (path) => {
    const db = open()
    const fault = workspace.fault({ kind: 'status', status: 503, path })
    const before = asked(path)
    const startMs = Date.now()
    const calls = Array.from({ length: 40 }, () => db.read`select 1 as one`.execute())
    await until(() => asked(path) >= before + 3)
    const seconds = (Date.now() - startMs) / 1000
    // Three lie two pauses apart.
    expect(seconds).toBeGreaterThanOrEqual(1.99)
    await fault.lift()
    expect((await Promise.all(calls)).flat()).toHaveLength(40)
    await db.close()
  },
)

test('is asked no sooner than it wants to be', async () => {
  const db = open()
  const headers = { 'retry-after': '2' }
  const fault = workspace.fault({
    kind: 'status',
    status: 429,
    headers,
    path: CREDENTIALS,
    times: 1,
  })
  const startMs = Date.now()
  expect(await db.read`select 1 as one`).toEqual([{ one: 1 }])
  expect(fault.fired).toBe(1)
  expect(Date.now() - startMs).toBeGreaterThanOrEqual(1990)
  expect(db.events.find(({ type }) => type === 'token.error')).toMatchObject({
    servingStale: false,
  })
  await db.close()
})
