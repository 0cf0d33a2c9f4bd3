import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type GatewayFault,
  type PostgresGateway,
  type PostgresGatewayOptions,
  startPostgresGateway,
} from '../src/index.js'

let server: LocalPostgres
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server.stop())

const TOKEN = { token: 'good', userName: 'ada', expiresAtMs: Date.now() + 3_600_000 }

async function openGateway(options: Partial<PostgresGatewayOptions> = {}) {
  return startPostgresGateway({ upstream: server, tokens: [TOKEN], ...options })
}

function client(gateway: PostgresGateway, options: postgres.Options<never> = {}) {
  return postgres({
    host: '127.0.0.1',
    port: gateway.port,
    user: 'ada',
    pass: 'good',
    database: 'postgres',
    max: 1,
    fetch_types: false,
    ssl: gateway.ca === undefined ? false : { ca: gateway.ca, servername: 'localhost' },
    ...options,
  })
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
  return undefined
}

/** Asked of the server itself, so no fault is in the way. */
async function hasBegun(text: string): Promise<void> {
  const sql = postgres(server.url, { max: 1 })
  const running = () => sql`
    select 1 from pg_stat_activity where query = ${text} and state = 'active'`
  await expect.poll(async () => (await running()).length, { timeout: 30_000 }).toBe(1)
  await sql.end()
}

test('lets in over TLS who has a token, and asks the real Postgres', async () => {
  const gateway = await openGateway()
  const sql = client(gateway)
  const [row] = await sql`select 6 * 7 as answer`
  expect(row).toEqual({ answer: 42 })
  expect(gateway.counts).toMatchObject({ connects: 1, logins: 1, refusedLogins: 0 })
  expect(gateway.connectsAtMs).toEqual([expect.any(Number)])
  expect(gateway.open).toBe(1)
  await sql.end()
  await gateway.close()
})

test.each([
  { name: 'a wrong token', options: { pass: 'bad' } },
  { name: "another's token", options: { user: 'eve' } },
])('refuses $name with 28P01', async ({ options }) => {
  const gateway = await openGateway()
  const sql = client(gateway, options)
  expect(await codeOf(sql`select 1`)).toBe('28P01')
  expect(gateway.counts.refusedLogins).toBe(1)
  await sql.end()
  await gateway.close()
})

test('an expired token opens no new connection and ends no open one', async () => {
  let now = Date.now()
  const gateway = await openGateway({ now: () => now })
  const early = client(gateway)
  await early`select 1`
  now += 3_600_000
  const late = client(gateway)
  expect(await codeOf(late`select 1`)).toBe('28P01')
  expect([...(await early`select 1 as one`)]).toEqual([{ one: 1 }])
  await Promise.all([early.end(), late.end(), gateway.close()])
})

test('a revoked token is refused at the next login', async () => {
  const gateway = await openGateway()
  gateway.revokeTokens()
  const sql = client(gateway)
  expect(await codeOf(sql`select 1`)).toBe('28P01')
  await Promise.all([sql.end(), gateway.close()])
})

test('a start in the clear is refused where TLS is spoken', async () => {
  const gateway = await openGateway()
  const sql = client(gateway, { ssl: false })
  expect(await codeOf(sql`select 1`)).toBe('08P01')
  await Promise.all([sql.end(), gateway.close()])
})

test('passes the request to cancel on', async () => {
  const gateway = await openGateway({ tls: false })
  const sql = client(gateway)
  await sql`select 1`
  const slow = sql`select pg_sleep(30)`.execute()
  await hasBegun('select pg_sleep(30)')
  slow.cancel()
  expect(await codeOf(slow)).toBe('57014')
  expect(gateway.counts.cancels).toBe(1)
  await Promise.all([sql.end(), gateway.close()])
})

const beforeLogin: readonly { fault: GatewayFault; code: string }[] = [
  { fault: { kind: 'refuse-connections' }, code: 'ECONNREFUSED' },
  { fault: { kind: 'accept-reset' }, code: 'ECONNRESET' },
  { fault: { kind: 'accept-hang' }, code: 'CONNECT_TIMEOUT' },
  { fault: { kind: 'starting-up' }, code: '57P03' },
  { fault: { kind: 'too-many-connections' }, code: '53300' },
  { fault: { kind: 'unknown-ca' }, code: 'SELF_SIGNED_CERT_IN_CHAIN' },
]
test.each(beforeLogin)(
  '$fault.kind is $code to a client, until lifted',
  async ({ fault, code }) => {
    const gateway = await openGateway()
    const handle = gateway.fault(fault)
    const first = client(gateway, { connect_timeout: 1 })
    expect(await codeOf(first`select 1`)).toBe(code)
    await handle.lift()
    const second = client(gateway)
    expect([...(await second`select 1 as one`)]).toEqual([{ one: 1 }])
    await Promise.all([first.end({ timeout: 0 }), second.end(), gateway.close()])
  },
)

test('the answer to COMMIT is lost and the transaction is not', async () => {
  const gateway = await openGateway()
  const sql = client(gateway)
  await sql`create table kept (id int)`
  const fault = gateway.fault({ kind: 'lose-commit', every: 1 })
  expect(await codeOf(sql.begin((tx) => tx`insert into kept values (1)`))).toBe('ECONNRESET')
  await fault.lift()
  const other = client(gateway)
  expect(await other`select count(*)::int as rows from kept`).toEqual([{ rows: 1 }])
  expect(gateway.counts.lostAnswers).toBe(1)
  await Promise.all([sql.end({ timeout: 0 }), other.end(), gateway.close()])
})

test('a COMMIT that is dropped looks the same to a client, and the transaction is lost', async () => {
  const gateway = await openGateway()
  const sql = client(gateway)
  await sql`create table dropped (id int)`
  const fault = gateway.fault({ kind: 'drop-commit', every: 1 })
  expect(await codeOf(sql.begin((tx) => tx`insert into dropped values (1)`))).toBe('ECONNRESET')
  await fault.lift()
  const other = client(gateway)
  expect(await other`select count(*)::int as rows from dropped`).toEqual([{ rows: 0 }])
  await Promise.all([sql.end({ timeout: 0 }), other.end(), gateway.close()])
})

test.each(['57P01', 'end', 'reset'] as const)('kills an open connection by %s', async (how) => {
  const gateway = await openGateway()
  const sql = client(gateway)
  await sql`select 1`
  const running = sql`select pg_sleep(30)`.execute()
  await hasBegun('select pg_sleep(30)')
  gateway.kill(how)
  expect(await codeOf(running)).toMatch(/CONNECTION_CLOSED|ECONNRESET|57P01/)
  expect(gateway.open).toBe(0)
  await Promise.all([sql.end({ timeout: 0 }), gateway.close()])
})

test('connections are refused until the last fault that refuses them is lifted', async () => {
  const gateway = await openGateway()
  const faults = [1, 2].map(() => gateway.fault({ kind: 'refuse-connections' }))
  await faults[0]?.lift()
  const first = client(gateway, { connect_timeout: 1 })
  expect(await codeOf(first`select 1`)).toBe('ECONNREFUSED')
  await faults[1]?.lift()
  const second = client(gateway)
  expect([...(await second`select 1 as one`)]).toEqual([{ one: 1 }])
  await Promise.all([first.end({ timeout: 0 }), second.end(), gateway.close()])
})

test('what comes when a delay has ended does not overtake what was delayed', async () => {
  const gateway = await openGateway()
  const sql = client(gateway)
  await sql`select 1`
  for (let n = 0; n < 10; n++) {
    const slow = gateway.fault({ kind: 'slow', delayMs: 20 })
    const rows = sql`select generate_series(1, 20000) as n`.execute()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await slow.lift()
    expect(await rows).toHaveLength(20_000)
  }
  await Promise.all([sql.end(), gateway.close()])
})
