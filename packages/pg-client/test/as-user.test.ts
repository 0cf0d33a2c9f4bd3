import { randomUUID } from 'node:crypto'
import { type FakeWorkspace, startFakeWorkspace, startPostgresGateway } from '@lakebase/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Lakebase, lakebase } from '../src/index.js'
import { errorOf } from './error-of.js'
import { openPlace, type Place } from './open-gateway.js'

const ENDPOINT = 'projects/shop/branches/main/endpoints/primary'
let place: Place
let workspace: FakeWorkspace
let app: Lakebase
let close: () => Promise<void>
beforeAll(async () => {
  place = await openPlace()
  workspace = await startFakeWorkspace({
    userName: 'postgres',
    postgresEndpoints: [{ name: ENDPOINT, host: 'localhost' }],
  })
  const { server } = place
  const gateway = await startPostgresGateway({ upstream: server, tokens: workspace.databaseTokens })
  app = lakebase({
    target: { endpoint: ENDPOINT },
    port: gateway.port,
    database: 'postgres',
    singleton: false,
    env: {},
    tls: { ca: gateway.ca ?? '' },
    workspace: { host: workspace.host, token: workspace.pat, ca: workspace.ca ?? '', env: {} },
  })
  close = async () => {
    await app.close({ drain: 0 })
    await gateway.close()
    await workspace.close()
    await place.close()
  }
})
afterAll(() => close())

test('asks the workspace for host, user and token, with the credentials of the app or the user', async () => {
  expect(await app.read`select 1 as one`).toEqual([{ one: 1 }])
  const { token } = workspace.mintAccessToken()
  const user = app.asUser(token)
  expect(await user.read`select 1 as one`).toEqual([{ one: 1 }])
  const asked = workspace.requests.filter(({ path }) => path === '/api/2.0/postgres/credentials')
  expect(asked.map(({ headers }) => headers.authorization)).toEqual([
    `Bearer ${workspace.pat}`,
    `Bearer ${token}`,
  ])
  expect(app.asUser(token)).toBe(user)
  expect(app.asUser(workspace.mintAccessToken().token)).not.toBe(user)
})

test('a user whose token is none is refused at once, and nobody else', async () => {
  const { error } = await app.asUser('no-such-token').health()
  expect(error).toMatchObject({ code: 'CREDENTIAL', sent: 'no' })
  expect(error?.message).toContain('401')
  expect((await app.health()).ok).toBe(true)
})

test.each(['unknown-ca', 'wrong-name'] as const)(
  'asks nothing of a workspace with %s',
  async (kind) => {
    const fault = workspace.fault({ kind })
    const asked = workspace.requests.length
    const { token } = workspace.mintAccessToken()
    const error = await errorOf(app.asUser(token).read`select 1`)
    await fault.lift()
    expect(error).toMatchObject({ code: 'CREDENTIAL', sent: 'no' })
    expect(error.message).toContain('not trusted')
    expect(workspace.requests).toHaveLength(asked)
  },
)

test('a named user comes in with its own tokens, on at most three connections, until the app closes', async () => {
  const parent = place.open()
  const minted: string[] = []
  const user = parent.asUser({
    user: 'ada',
    getToken: async (options) => {
      minted.push(randomUUID())
      return place.mint(options)
    },
  })
  await Promise.all(Array.from({ length: 20 }, () => user.read`select pg_sleep(0.01)`))
  expect(minted).toHaveLength(1)
  expect(user.stats().total).toBeLessThanOrEqual(3)
  expect(parent.stats().total).toBe(0)
  await parent.close()
  expect(await errorOf(user.read`select 1`)).toMatchObject({ code: 'CLOSED' })
  expect(() => parent.asUser('x')).toThrow('closed')
})
