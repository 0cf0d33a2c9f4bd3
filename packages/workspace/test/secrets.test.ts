import { inspect } from 'node:util'
import {
  type FakeWorkspace,
  type Fault,
  installDatabricksCli,
  startFakeWorkspace,
} from '@lakebase/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWorkspace, Secret, type WorkspaceOptions } from '../src/index.js'
import { errorOf, openFake } from './open.js'

const CANARY = 'canary-9f8e7d6c'
let fake: FakeWorkspace

beforeEach(async () => {
  fake = await startFakeWorkspace({
    personalAccessTokens: [CANARY],
    servicePrincipals: [{ clientId: 'client', clientSecret: CANARY }],
    sql: () => ({ error: { error_code: 'BAD_REQUEST', message: `Bearer ${CANARY} is no column` } }),
    databaseInstances: [{ name: 'shop', read_write_dns: 'shop.example.org' }],
  })
})
afterEach(() => fake.close())

function everyForm(value: unknown): string {
  const depth = { depth: 20, showHidden: true }
  const stack = value instanceof Error ? `${value.stack} ${value}` : ''
  return `${inspect(value, depth)} ${JSON.stringify(value)} ${stack}`
}

const ECHO = { error_code: 'INVALID', message: `you sent ${CANARY}` }

test.each<{ what: string; fault: Fault }>([
  { what: 'a message that repeats the token', fault: { kind: 'status', status: 400, body: ECHO } },
  { what: 'a 401', fault: { kind: 'status', status: 401, body: ECHO } },
  {
    what: 'a redirect that carries it',
    fault: { kind: 'redirect', location: `https://x.example.org/${CANARY}?t=${CANARY}` },
  },
  {
    what: 'a page that shows it',
    fault: { kind: 'status', status: 200, body: `<html><title>${CANARY}</title></html>` },
  },
  { what: 'an answer that is it', fault: { kind: 'status', status: 200, body: CANARY } },
  {
    what: 'an answer with it in a wrong place',
    fault: { kind: 'status', status: 200, body: { warehouses: CANARY } },
  },
  { what: 'a reset', fault: { kind: 'reset' } },
  { what: 'an unknown certificate', fault: { kind: 'unknown-ca' } },
])('$what shows no secret', async ({ fault }) => {
  const handle = fake.fault(fault)
  const { clientId, clientSecret } = fake.servicePrincipal
  const byPrincipal: WorkspaceOptions = { clientId, clientSecret, authType: 'oauth-m2m' }
  for (const options of [{}, byPrincipal]) {
    const error = await errorOf(openFake(fake, options).listWarehouses())
    expect(everyForm(error)).not.toContain(CANARY)
    expect(error.stack).toContain('src/')
  }
  await handle.lift()
})

test('neither the workspace nor its description shows a secret', () => {
  const workspace = openFake(fake, { dotEnv: new Map([['DATABRICKS_TOKEN', new Secret(CANARY)]]) })
  expect(everyForm(workspace)).not.toContain(CANARY)
  expect(everyForm(workspace.describe())).not.toContain(CANARY)
})

test('a failed statement shows no secret', async () => {
  const error = await errorOf(openFake(fake, { warehouseId: 'fake-warehouse' }).runSql('select x'))
  expect(error.message).toContain('Bearer [redacted] is no column')
  expect(everyForm(error)).not.toContain(CANARY)
})

test('a configuration error shows no secret', () => {
  const env = { DATABRICKS_HOST: CANARY, DATABRICKS_TOKEN: `${CANARY} ${CANARY}` }
  const open = () => openWorkspace({ env, home: '/nowhere' })
  expect(open).toThrow('DATABRICKS_TOKEN (environment) is no credential')
  expect(everyForm(errorIn(open))).not.toContain(CANARY)
})

test('a database password shows itself only when asked', async () => {
  const credential = await openFake(fake).databaseCredential({ instance: 'shop' })
  expect(everyForm(credential)).not.toContain(fake.databaseTokens[0]?.token)
  expect(`${credential.token}`).toBe('[redacted]')
})

test('what the command line prints is in no error', async () => {
  const cli = await installDatabricksCli({ token: { token: `${CANARY} x`, expiresAtMs: 0 } })
  const env = { PATH: cli.folder }
  const error = await errorOf(
    openWorkspace({ host: fake.host, env, home: '/nowhere' }).listWarehouses(),
  )
  await cli.remove()
  expect(error.message).toMatch(/^databricks auth token --host \S+ printed no token$/)
  expect(everyForm(error)).not.toContain(CANARY)
})

function errorIn(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
