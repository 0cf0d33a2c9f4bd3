import { type FakeWorkspace, type Fault, startFakeWorkspace } from '@lakebase/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { errorOf, openFake } from './open.js'

const PATH = '/api/2.0/sql/warehouses'
let fake: FakeWorkspace

beforeEach(async () => {
  fake = await startFakeWorkspace()
})
afterEach(() => fake.close())

test.each<{ what: string; fault: Fault; code: string; says: RegExp; sent: number }>([
  {
    what: 'a certificate that nobody we know has signed',
    fault: { kind: 'unknown-ca' },
    code: 'TLS',
    says: /the certificate of localhost is not trusted \(\w+\)/,
    sent: 0,
  },
  {
    what: 'a redirect to another host',
    fault: { kind: 'redirect', location: 'https://login.example.org/sign-in?next=x' },
    code: 'REDIRECT',
    says: /302 redirects to https:\/\/login\.example\.org\/sign-in, which was not followed/,
    sent: 1,
  },
  {
    what: 'a login page with 200',
    fault: { kind: 'html-login' },
    code: 'BAD_ANSWER',
    says: /200 with a web page ".*" instead of JSON/,
    sent: 1,
  },
  {
    what: 'JSON that breaks off',
    fault: { kind: 'truncate' },
    code: 'BAD_ANSWER',
    says: /200 with \d+ characters that are not JSON/,
    sent: 1,
  },
  {
    what: 'another form of answer than documented',
    fault: { kind: 'status', status: 200, body: { warehouses: [{ id: 7 }] } },
    code: 'BAD_ANSWER',
    says: /warehouses\.0\.id: expected string, found a number/,
    sent: 1,
  },
  {
    what: 'a 404',
    fault: { kind: 'status', status: 404 },
    code: 'NOT_FOUND',
    says: /^\[GET\] "\/api\/2\.0\/sql\/warehouses": 404 \w+/,
    sent: 1,
  },
  {
    what: 'a web page with 502',
    fault: { kind: 'status', status: 502, body: '<html><title>Bad gateway</title></html>' },
    code: 'UNAVAILABLE',
    says: /502 a web page "Bad gateway"/,
    sent: 6,
  },
])('$what is refused and named', async ({ fault, code, says, sent }) => {
  const handle = fake.fault(fault)
  const error = await errorOf(openFake(fake).listWarehouses())
  expect(error).toMatchObject({ code, method: 'GET', path: PATH })
  expect(error.message).toMatch(says)
  expect(fake.requests).toHaveLength(sent)
  await handle.lift()
})

test.each<{ what: string; fault: Fault; tries: number }>([
  { what: '429', fault: { kind: 'status', status: 429, times: 2 }, tries: 3 },
  { what: '503', fault: { kind: 'status', status: 503, times: 2 }, tries: 3 },
  { what: '500', fault: { kind: 'status', status: 500, times: 1 }, tries: 2 },
  { what: 'a reset', fault: { kind: 'reset', times: 1 }, tries: 2 },
  { what: 'a closed connection', fault: { kind: 'close', times: 1 }, tries: 2 },
  { what: 'a hang', fault: { kind: 'hang', times: 1 }, tries: 2 },
])('$what is tried again', async ({ fault, tries }) => {
  fake.fault(fault)
  const workspace = openFake(fake, { limits: { headersTimeoutMs: 200 } })
  expect(await workspace.listWarehouses()).toHaveLength(1)
  expect(fake.requests).toHaveLength(tries)
})

test.each<{ what: string; fault: Fault; tries: number }>([
  { what: '503', fault: { kind: 'status', status: 503, times: 1 }, tries: 1 },
  { what: 'a reset', fault: { kind: 'reset', times: 1 }, tries: 1 },
  { what: 'a hang', fault: { kind: 'hang', times: 1 }, tries: 1 },
])('a call that changes something is not repeated after $what', async ({ fault, tries }) => {
  fake.fault(fault)
  const workspace = openFake(fake, { limits: { headersTimeoutMs: 200 } })
  await errorOf(workspace.request({ method: 'POST', path: '/api/2.0/any', body: {} }))
  expect(fake.requests).toHaveLength(tries)
})

test('a call that changes something is repeated when it never left', async () => {
  const refuse = fake.fault({ kind: 'refuse-connections' })
  await refuse.inForce
  let sleeps = 0
  const clock = {
    now: Date.now,
    random: () => 0,
    sleep: async () => {
      sleeps += 1
      if (sleeps === 2) await refuse.lift()
    },
  }
  const workspace = openFake(fake, { clock })
  const body = { statement: 'select 1', warehouse_id: 'w' }
  await errorOf(workspace.request({ method: 'POST', path: '/api/2.0/none', body }))
  expect(sleeps).toBe(2)
  expect(fake.requests).toHaveLength(1)
})

test.each([
  { header: '7', waitMs: 7_000 },
  { header: new Date(60_000).toUTCString(), waitMs: 60_000 },
])('Retry-After: $header is kept to', async ({ header, waitMs }) => {
  fake.fault({ kind: 'status', status: 429, headers: { 'retry-after': header }, times: 1 })
  const pauses: number[] = []
  const sleep = async (ms: number) => {
    pauses.push(ms)
  }
  await openFake(fake, { clock: { now: () => 0, random: () => 0.5, sleep } }).listWarehouses()
  expect(pauses).toEqual([waitMs + 125])
})

test('a wait that is longer than the call may take ends it at once, saying how long', async () => {
  fake.fault({ kind: 'status', status: 429, headers: { 'retry-after': '3600' } })
  const error = await errorOf(openFake(fake).listWarehouses())
  expect(error).toMatchObject({ code: 'RATE_LIMIT', retryAfterMs: 3_600_000, attempts: 1 })
})

test('pauses double up to their bound, with full jitter', async () => {
  fake.fault({ kind: 'status', status: 503 })
  const pauses: number[] = []
  const clock = {
    now: () => 0,
    random: () => 0.99,
    sleep: async (ms: number) => void pauses.push(ms),
  }
  const limits = { firstPauseMs: 100, longestPauseMs: 300 }
  await errorOf(openFake(fake, { clock, limits }).listWarehouses())
  expect(pauses).toEqual([99, 198, 297, 297, 297])
})

test('a server that never answers ends in a timeout', async () => {
  fake.fault({ kind: 'hang' })
  const work = openFake(fake).request({ path: PATH, timeoutMs: 150 })
  const error = await errorOf(work)
  expect(error.code).toBe('TIMEOUT')
  expect(error.message).toBe(`[GET] "${PATH}": no result within 0.15 s`)
})

test('a server that accepts and says nothing, not even TLS, ends in a timeout', async () => {
  const fault = fake.fault({ kind: 'accept-hang' })
  const limits = { connectTimeoutMs: 200, attempts: 2 }
  const error = await errorOf(openFake(fake, { limits }).listWarehouses())
  expect(error).toMatchObject({ code: 'TIMEOUT', sent: 'no', attempts: 2 })
  await fault.lift()
})

test('an abort ends a call at once', async () => {
  fake.fault({ kind: 'hang' })
  const controller = new AbortController()
  const work = errorOf(openFake(fake).listWarehouses({ signal: controller.signal }))
  await expect.poll(() => fake.requests.length).toBe(1)
  controller.abort()
  expect((await work).code).toBe('ABORTED')
})

test('an answer that is too large is not read to its end', async () => {
  fake.fault({ kind: 'status', status: 200, body: { warehouses: 'x'.repeat(10_000) } })
  const error = await errorOf(openFake(fake, { limits: { answerBytes: 5_000 } }).listWarehouses())
  expect(error.message).toContain('the answer is larger than 5000 bytes')
})

test('the workspace is left alone by paths that would lead elsewhere', async () => {
  const { request } = openFake(fake)
  for (const path of [
    '//evil.example.org/x',
    'https://evil.example.org',
    '@evil.example.org',
    '/a b',
  ]) {
    expect((await errorOf(request({ path }))).code).toBe('BAD_REQUEST')
  }
  expect(fake.requests).toEqual([])
})

test('a certificate of the workspace is refused without its authority', async () => {
  const { ca: _, ...withoutCa } = fake
  const error = await errorOf(openFake({ ...withoutCa, ca: undefined }).listWarehouses())
  expect(error.code).toBe('TLS')
  expect(error.hint).toContain('pass its certificate as ca')
  expect(fake.requests).toEqual([])
})
