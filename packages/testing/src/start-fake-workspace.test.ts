import { Agent } from 'node:https'
import { connect, createServer } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { expect, test } from 'vitest'
import { ask } from '../test/ask.js'
import { openWorkspace } from '../test/open-workspace.js'
import { startFakeWorkspace } from './start-fake-workspace.js'

const ME = 'GET /api/2.0/preview/scim/v2/Me'

test('is trusted by its own CA, for localhost and for 127.0.0.1', async () => {
  const { port, ca = '' } = await openWorkspace()
  for (const host of ['localhost', '127.0.0.1']) {
    const authorized = await new Promise((resolve, reject) => {
      const socket = connectTls({ host, port, ca }, () => {
        resolve(socket.authorized)
        socket.destroy()
      })
      socket.on('error', reject)
    })
    expect(authorized).toBe(true)
  }
})

test('is not trusted without its CA, nor with that of another workspace', async () => {
  const workspace = await openWorkspace()
  const { ca = '' } = await openWorkspace()
  await expect(ask(workspace, ME, { ca })).rejects.toMatchObject({
    code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  })
  await expect(fetch(workspace.host)).rejects.toThrow()
  expect(workspace.requests).toEqual([])
})

test('speaks plain HTTP when TLS is off', async () => {
  const workspace = await openWorkspace({ tls: false })
  const answer = await fetch(`${workspace.host}/api/2.0/sql/warehouses`, {
    headers: { authorization: `Bearer ${workspace.pat}` },
  })
  expect(await answer.json()).toMatchObject({ warehouses: [{ id: 'fake-warehouse' }] })
  expect(workspace).toMatchObject({ ca: undefined, host: `http://localhost:${workspace.port}` })
})

test('writes down what was asked and what was answered', async () => {
  const workspace = await openWorkspace()
  const before = Date.now()
  await ask(workspace, 'POST /api/2.0/nowhere?page=2', { body: { a: [1] } })
  await ask(workspace, 'POST /oidc/v1/token', {
    form: { grant_type: 'password' },
    authorization: undefined,
  })
  expect(workspace.requests).toMatchObject([
    {
      method: 'POST',
      path: '/api/2.0/nowhere',
      query: { page: '2' },
      headers: { authorization: `Bearer ${workspace.pat}` },
      body: { a: [1] },
      status: 404,
    },
    { path: '/oidc/v1/token', body: { grant_type: 'password' }, status: 400 },
  ])
  expect(workspace.requests[0]?.atMs).toBeGreaterThanOrEqual(before)
  expect(workspace.requests[1]?.headers).not.toHaveProperty('authorization')
})

test('dates its answers by its clock', async () => {
  const workspace = await openWorkspace({ now: () => Date.UTC(2031, 0, 2) })
  const { headers } = await ask(workspace, ME)
  expect(headers.date).toBe('Thu, 02 Jan 2031 00:00:00 GMT')
})

test('gives a reason and a request id with each refusal', async () => {
  const workspace = await openWorkspace({
    forbid: ({ path }) => (path.endsWith('/Me') ? 'No access to Me' : undefined),
  })
  const { status, headers, text } = await ask(workspace, ME)
  expect(status).toBe(403)
  expect(JSON.parse(text)).toMatchObject({
    error_code: 'PERMISSION_DENIED',
    message: 'No access to Me',
    details: [{ request_id: headers['x-request-id'] }],
  })
})

test.each([
  ['GET /api/2.0/nowhere', 404, 'ENDPOINT_NOT_FOUND'],
  ['DELETE /api/2.0/sql/warehouses', 404, 'ENDPOINT_NOT_FOUND'],
  ['GET /api/2.1/unity-catalog/tables/%E0%A4%A', 400, 'MALFORMED_REQUEST'],
])('%s is %i %s', async (methodAndPath, status, error_code) => {
  const answer = await ask(await openWorkspace(), methodAndPath)
  expect(answer.status).toBe(status)
  expect(JSON.parse(answer.text)).toMatchObject({ error_code })
})

test('close ends idle, waiting and hanging connections within a second and frees the port', async () => {
  const workspace = await startFakeWorkspace({
    sql: () => ({ columns: [], rows: [], delayMs: 60_000 }),
  })
  const agent = new Agent({ keepAlive: true })
  const idleTimers = activeResources(/Timeout/)
  await ask(workspace, ME, { agent })
  workspace.fault({ kind: 'hang', path: '/api/2.0/sql/warehouses' })
  workspace.fault({ kind: 'delay', delayMs: 60_000, path: '/api/2.0/serving-endpoints' })
  const body = { statement: 'select 1', warehouse_id: 'fake-warehouse', wait_timeout: '50s' }
  const open = Promise.allSettled([
    ask(workspace, 'GET /api/2.0/sql/warehouses'),
    ask(workspace, 'GET /api/2.0/serving-endpoints'),
    ask(workspace, 'POST /api/2.0/sql/statements', { body }),
    neverSpeaks(workspace.port),
  ])
  await expect.poll(() => workspace.requests.length).toBe(4)

  const start = performance.now()
  await workspace.close()
  expect((await open).map(({ status }) => status)).toEqual([
    'rejected',
    'rejected',
    'rejected',
    'fulfilled',
  ])
  expect(performance.now() - start).toBeLessThan(1000)
  expect(activeResources(/Timeout/)).toBeLessThanOrEqual(idleTimers)
  agent.destroy()
  await expect.poll(() => activeResources(/TCP|TLS/)).toBe(0)
  await expectFree(workspace.port)
  await workspace.close()
})

function activeResources(kind: RegExp): number {
  return process.getActiveResourcesInfo().filter((name) => kind.test(name)).length
}

/** Connects, says nothing, and settles when the other end hangs up. */
function neverSpeaks(port: number): Promise<void> {
  return new Promise((resolve) => {
    connect(port, '127.0.0.1')
      .on('error', () => undefined)
      .on('close', () => resolve())
  })
}

async function expectFree(port: number): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  await new Promise((resolve) => server.close(resolve))
}
