import { type FakeWorkspace, startFakeWorkspace } from '@lakebase/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { errorOf, openFake } from './open.js'

let fake: FakeWorkspace
let nowMs: number

beforeEach(async () => {
  nowMs = Date.now()
  fake = await startFakeWorkspace({ now: () => nowMs })
})
afterEach(() => fake.close())

function mints(): number {
  return fake.requests.filter(({ path }) => path === '/oidc/v1/token').length
}

function openM2m() {
  const { clientId, clientSecret } = fake.servicePrincipal
  const clock = { now: () => nowMs, random: () => 0, sleep: async () => undefined }
  return openFake(fake, { clientId, clientSecret, authType: 'oauth-m2m', clock })
}

test('50 requests at once on a token that has run out make one new one', async () => {
  const workspace = openM2m()
  await workspace.listWarehouses()
  nowMs += 3_600_000
  await Promise.all(Array.from({ length: 50 }, () => workspace.listWarehouses()))
  expect(mints()).toBe(2)
})

test('a token near its end serves on while the next one is fetched in the background', async () => {
  const workspace = openM2m()
  await workspace.listWarehouses()
  const old = fake.requests.at(-1)?.headers.authorization
  nowMs += 56 * 60_000
  fake.fault({ kind: 'delay', path: '/oidc/v1/token', delayMs: 50 })
  await workspace.listWarehouses()
  expect(fake.requests.findLast(({ path }) => path.startsWith('/api'))?.headers.authorization).toBe(
    old,
  )
  await expect.poll(mints).toBe(2)
  await expect
    .poll(async () => {
      await workspace.listWarehouses()
      return fake.requests.at(-1)?.headers.authorization
    })
    .not.toBe(old)
  expect(mints()).toBe(2)
})

test('a background refresh that fails harms nobody while the old token is good', async () => {
  const workspace = openM2m()
  await workspace.listWarehouses()
  nowMs += 56 * 60_000
  fake.fault({ kind: 'status', path: '/oidc/v1/token', status: 400 })
  await workspace.listWarehouses()
  await expect.poll(mints).toBe(2)
  await workspace.listWarehouses()
  nowMs += 5 * 60_000
  expect((await errorOf(workspace.listWarehouses())).path).toBe('/oidc/v1/token')
})

test('a token that the workspace refuses is replaced, and the request sent once more', async () => {
  const workspace = openM2m()
  await workspace.listWarehouses()
  const [, bearer = ''] = fake.requests.at(-1)?.headers.authorization?.split(' ') ?? []
  fake.revokeAccessToken(bearer)
  expect(await workspace.listWarehouses()).toHaveLength(1)
  expect(mints()).toBe(2)
})

test('a second refusal is the end of it', async () => {
  fake.fault({ kind: 'status', path: '/api/2.0/sql/warehouses', status: 401 })
  const error = await errorOf(openM2m().listWarehouses())
  expect(error).toMatchObject({ code: 'AUTH', status: 401 })
  expect(mints()).toBe(2)
})

test('one caller giving up does not end the mint of the others', async () => {
  fake.fault({ kind: 'delay', path: '/oidc/v1/token', delayMs: 100 })
  const workspace = openM2m()
  const controller = new AbortController()
  const aborted = errorOf(workspace.listWarehouses({ signal: controller.signal }))
  const patient = workspace.listWarehouses()
  controller.abort()
  expect((await aborted).code).toBe('ABORTED')
  expect(await patient).toHaveLength(1)
  expect(mints()).toBe(1)
})

test('a token service that is down is asked a few times, not a few times for each try', async () => {
  fake.fault({ kind: 'status', path: '/oidc/v1/token', status: 503 })
  const error = await errorOf(openM2m().listWarehouses())
  expect(error).toMatchObject({ code: 'UNAVAILABLE', attempts: 6 })
  expect(mints()).toBe(6)
})
