import { expect, test } from 'vitest'
import { ask } from '../../test/ask.js'
import { openWorkspace } from '../../test/open-workspace.js'
import type { RequestFault } from './fault.js'

const ME = 'GET /api/2.0/preview/scim/v2/Me'
const ME_PATH = '/api/2.0/preview/scim/v2/Me'
const WAREHOUSES = 'GET /api/2.0/sql/warehouses'

test('a status of the test replaces the answer, with its body and headers', async () => {
  const workspace = await openWorkspace()
  workspace.fault({
    kind: 'status',
    status: 503,
    body: { error_code: 'TEMPORARILY_UNAVAILABLE', message: 'later' },
    headers: { 'retry-after': '7' },
  })
  const { status, headers, text } = await ask(workspace, ME)
  expect({ status, retryAfter: headers['retry-after'] }).toEqual({ status: 503, retryAfter: '7' })
  expect(JSON.parse(text)).toEqual({ error_code: 'TEMPORARILY_UNAVAILABLE', message: 'later' })
})

test.each([
  [400, 'INVALID_PARAMETER_VALUE'],
  [403, 'PERMISSION_DENIED'],
  [418, 'BAD_REQUEST'],
  [429, 'RESOURCE_EXHAUSTED'],
  [500, 'INTERNAL_ERROR'],
  [503, 'TEMPORARILY_UNAVAILABLE'],
])('a bare %i has the error document of the workspace with %s', async (status, error_code) => {
  const workspace = await openWorkspace()
  workspace.fault({ kind: 'status', status })
  const answer = await ask(workspace, ME)
  expect(answer.status).toBe(status)
  expect(JSON.parse(answer.text)).toMatchObject({ error_code, message: expect.any(String) })
})

test('a body of undefined is an empty one', async () => {
  const workspace = await openWorkspace()
  workspace.fault({ kind: 'status', status: 502, body: undefined })
  expect(await ask(workspace, ME)).toMatchObject({ status: 502, text: '' })
})

test('the token endpoint has faults as every other path has', async () => {
  const workspace = await openWorkspace()
  const body = { error: 'temporarily_unavailable' }
  workspace.fault({ kind: 'status', status: 500, body, path: '/oidc/v1/token' })
  const answer = await ask(workspace, 'POST /oidc/v1/token', { authorization: undefined })
  expect(JSON.parse(answer.text)).toEqual(body)
  expect(await ask(workspace, ME)).toMatchObject({ status: 200 })
})

test.each<[RequestFault, readonly number[]]>([
  [{ kind: 'status', status: 500, times: 2 }, [500, 500, 200, 200]],
  [{ kind: 'status', status: 500, after: 1, times: 1 }, [200, 500, 200, 200]],
  [{ kind: 'status', status: 500, path: ME_PATH, method: 'GET' }, [500, 500, 500, 500]],
  [{ kind: 'status', status: 500, path: /\/scim\//g }, [500, 500, 500, 500]],
  [{ kind: 'status', status: 500, method: 'POST' }, [200, 200, 200, 200]],
  [{ kind: 'status', status: 500, path: '/api' }, [200, 200, 200, 200]],
])('%j answers four requests with %j and counts', async (fault, expected) => {
  const workspace = await openWorkspace()
  const handle = workspace.fault(fault)
  const statuses: number[] = []
  for (const _ of expected) statuses.push((await ask(workspace, ME)).status)
  expect(statuses).toEqual(expected)
  expect(handle.fired).toBe(expected.filter((status) => status === 500).length)
})

test('a fault that is lifted strikes no more, and keeps its count', async () => {
  const workspace = await openWorkspace()
  const handle = workspace.fault({ kind: 'status', status: 500 })
  await ask(workspace, ME)
  await handle.lift()
  await handle.lift()
  expect((await ask(workspace, ME)).status).toBe(200)
  expect(handle.fired).toBe(1)
})

test('delays add up and go with the first other fault; faults in turn take turns', async () => {
  const workspace = await openWorkspace()
  workspace.fault({ kind: 'status', status: 429, times: 1 })
  workspace.fault({ kind: 'status', status: 503, times: 1 })
  workspace.fault({ kind: 'delay', delayMs: 60, times: 1 })
  workspace.fault({ kind: 'delay', delayMs: 60, times: 1 })
  const start = performance.now()
  expect((await ask(workspace, ME)).status).toBe(429)
  expect(performance.now() - start).toBeGreaterThan(115)
  expect((await ask(workspace, ME)).status).toBe(503)
  expect((await ask(workspace, ME)).status).toBe(200)
})

test('a request whose client left during the delay is not carried out', async () => {
  const statements: string[] = []
  const workspace = await openWorkspace({
    sql: (statement) => {
      statements.push(statement)
      return { columns: [], rows: [] }
    },
  })
  const submit = (statement: string, signal?: AbortSignal) =>
    ask(workspace, 'POST /api/2.0/sql/statements', {
      body: { statement, warehouse_id: 'fake-warehouse' },
      ...(signal && { signal }),
    })
  workspace.fault({ kind: 'delay', delayMs: 1000 })
  const leaving = new AbortController()
  const left = expect(submit('left', leaving.signal)).rejects.toThrow()
  await expect.poll(() => workspace.requests.length).toBe(1)
  leaving.abort()
  await left
  await submit('stayed')
  expect(statements).toEqual(['stayed'])
  expect(workspace.requests).toMatchObject([{ status: undefined }, { status: 200 }])
})

test('hang answers nobody, and other paths go on', async () => {
  const workspace = await openWorkspace()
  const handle = workspace.fault({ kind: 'hang', path: ME_PATH })
  const leaving = new AbortController()
  const hung = expect(ask(workspace, ME, { signal: leaving.signal })).rejects.toThrow()
  await expect.poll(() => handle.fired).toBe(1)
  expect(await ask(workspace, WAREHOUSES)).toMatchObject({ status: 200 })
  leaving.abort()
  await hung
  expect(workspace.requests[0]).toMatchObject({ path: ME_PATH, status: undefined })
})

test('close ends the connection in place of an answer', async () => {
  const workspace = await openWorkspace()
  workspace.fault({ kind: 'close', times: 1 })
  await expect(ask(workspace, ME)).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(workspace.requests).toMatchObject([{ path: ME_PATH, status: undefined }])
})

test.each([true, false])('reset breaks the body off with a TCP reset (tls: %s)', async (tls) => {
  const workspace = await openWorkspace({ tls })
  workspace.fault({ kind: 'reset' })
  const headers = { authorization: `Bearer ${workspace.pat}` }
  if (tls) {
    await expect(ask(workspace, ME)).rejects.toMatchObject({ code: 'ECONNRESET' })
    return
  }
  const answer = await fetch(`${workspace.host}${ME_PATH}`, { headers })
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } })
})

test('truncate is a whole HTTP message whose JSON breaks off', async () => {
  const workspace = await openWorkspace()
  const whole = (await ask(workspace, ME)).text
  workspace.fault({ kind: 'truncate' })
  const { status, headers, text } = await ask(workspace, ME)
  expect({ status, type: headers['content-type'] }).toEqual({
    status: 200,
    type: 'application/json',
  })
  expect(whole.startsWith(text)).toBe(true)
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
})

test('truncate keeps the message whole where it cuts a letter in two', async () => {
  for (const userName of ['é'.repeat(100), `${'é'.repeat(100)}a`, `${'é'.repeat(100)}aa`]) {
    const workspace = await openWorkspace({ userName })
    workspace.fault({ kind: 'truncate' })
    const { headers, text } = await ask(workspace, ME)
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(text))
  }
})

test('html-login is 200 and a page', async () => {
  const workspace = await openWorkspace()
  workspace.fault({ kind: 'html-login' })
  const { status, headers, text } = await ask(workspace, ME)
  expect({ status, type: headers['content-type'] }).toEqual({
    status: 200,
    type: 'text/html; charset=utf-8',
  })
  expect(text).toMatch(/^<!DOCTYPE html>/)
})

test.each([
  [undefined, 302],
  [307, 307],
])('redirect %s sends to another host, which is not asked by itself', async (status, expected) => {
  const other = await openWorkspace()
  const workspace = await openWorkspace()
  const location = `${other.host}${ME_PATH}`
  workspace.fault({ kind: 'redirect', location, ...(status && { status }) })
  expect(await ask(workspace, ME)).toMatchObject({ status: expected, headers: { location } })
  expect(other.requests).toEqual([])
})

test('a body that cannot be written is a 500 that says why', async () => {
  const workspace = await openWorkspace()
  workspace.fault({ kind: 'status', status: 200, body: { n: 1n } })
  const { status, text } = await ask(workspace, ME)
  expect({ status, text }).toEqual({ status: 500, text: expect.stringContaining('BigInt') })
  expect(workspace.requests).toMatchObject([{ status: 500 }])
})
