import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorOf } from './error-of.js'
import { openPlace, type Place } from './open-gateway.js'
import { until } from './until.js'

let place: Place
let db: ReturnType<Place['open']>
beforeAll(async () => {
  place = await openPlace()
  db = place.open({ pool: { max: 2 }, session: { applicationName: 'limited' } })
  await db.sql`create table items (id int)`
})
afterAll(() => place.close())

async function running(): Promise<number> {
  const rows = await place.open().sql`
    select 1 from pg_stat_activity where application_name = 'limited' and state = 'active'`
  return rows.length
}

test.each(['sql', 'read', 'write'] as const)(
  '%s ends when its signal does, on the server too',
  async (kind) => {
    const abort = new AbortController()
    const call = db.with({ signal: abort.signal })[kind]`select pg_sleep(60)`.execute()
    await until(async () => (await running()) > 0)
    abort.abort()
    const sent = kind === 'write' ? 'no' : 'maybe'
    expect(await errorOf(call)).toMatchObject({ code: 'ABORTED', sent })
    await until(async () => (await running()) === 0)
    expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }])
  },
)

test('a call that waits for a connection ends when its signal does, and leaves no one waiting', async () => {
  const single = place.open({ pool: { max: 1 } })
  await single.sql`select 1`
  const [busy, late] = [new AbortController(), new AbortController()]
  const first = single.with({ signal: busy.signal }).sql`select pg_sleep(60)`.execute()
  const second = single.with({ signal: late.signal }).insert('items', { id: 1 })
  await until(() => single.stats().waiting === 1)
  late.abort()
  expect(await errorOf(second)).toMatchObject({ code: 'ABORTED', sent: 'no' })
  expect(single.stats().waiting).toBe(0)
  busy.abort()
  expect(await errorOf(first)).toMatchObject({ code: 'ABORTED' })
})

test('an aborted transaction has done nothing, and runs no more statements', async () => {
  const abort = new AbortController()
  let reached = false
  const call = db.with({ signal: abort.signal }).tx(async (t) => {
    await t.insert('items', { id: 2 })
    abort.abort(new Error('the client has gone'))
    await t.insert('items', { id: 3 })
    reached = true
  })
  const error = await errorOf(call)
  expect(error).toMatchObject({ code: 'ABORTED', sent: 'no' })
  expect(error.cause).toMatchObject({ message: 'the client has gone' })
  expect(reached).toBe(false)
  expect(await db.read`select id from items where id in (2, 3)`).toHaveLength(0)
})

test('a signal that is aborted already sends nothing', async () => {
  const { opened } = db.stats()
  const limited = db.with({ signal: AbortSignal.abort() })
  expect(await errorOf(limited.write`select 1`)).toMatchObject({ code: 'ABORTED', sent: 'no' })
  expect(db.stats().opened).toBe(opened)
})

test('a call has its own deadline and time for a statement', async () => {
  const hurried = db.with({ queryTimeoutMs: 150 })
  expect(await errorOf(hurried.sql`select pg_sleep(60)`)).toMatchObject({ code: 'TIMEOUT' })
  const inVain = place.open({ host: '127.0.0.1', port: 1 })
  const startMs = Date.now()
  const call = inVain.with({ deadlineMs: 300 }).read`select 1`
  expect(await errorOf(call)).toMatchObject({ code: 'ACQUIRE_TIMEOUT' })
  expect(await inVain.health({ deadlineMs: 300 })).toMatchObject({ ok: false })
  expect(Date.now() - startMs).toBeLessThan(10_000)
})

test('an exactly-once write that took too long has done nothing, and says so', async () => {
  const hurried = db.with({ queryTimeoutMs: 150 })
  const call = hurried.write`insert into items select 4 from pg_sleep(60)`
  expect(await errorOf(call)).toMatchObject({ code: 'TIMEOUT', sent: 'no' })
  expect(await db.read`select id from items where id = 4`).toHaveLength(0)
})

test('a signal that outlives its calls keeps none of them', async () => {
  const { signal } = new AbortController()
  for (let n = 0; n < 20; n++) await db.with({ signal }).read`select 1`
  expect(EventEmitter.getEventListeners(signal, 'abort')).toHaveLength(0)
})

test('a lock and an idle transaction end when the session says', async () => {
  const session = { lockTimeoutMs: 100, idleInTransactionTimeoutMs: 200 }
  const strict = place.open({ session })
  await db.tx(async (t) => {
    await t.sql`lock table items`
    expect(await errorOf(strict.insert('items', { id: 5 }))).toMatchObject({ sqlState: '55P03' })
  })
  const idle = strict.tx(async (t) => {
    await t.sql`select 1`
    await wait(1500)
    await t.sql`select 1`
  })
  expect(await errorOf(idle)).toMatchObject({ code: 'CONNECTION_LOST', sent: 'no' })
})
