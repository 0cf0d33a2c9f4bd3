import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Lakebase } from '../src/index.js'
import { errorOf } from './error-of.js'
import { openPlace, type Place } from './open-gateway.js'
import { until } from './until.js'

let place: Place
let db: Lakebase
beforeAll(async () => {
  place = await openPlace()
  db = place.open()
  await db.sql`create table items (id uuid primary key, name text, tags text[], doc jsonb)`
})
afterAll(() => place.close())

test('inserts, updates, upserts and deletes rows, and returns them', async () => {
  const id = randomUUID()
  const row = {
    id,
    name: 'a "quoted" {name}',
    tags: ['x', 'y,"z"', 'NULL'],
    doc: { deep: [1, null] },
  }
  expect([...(await db.insert('public.items', row))]).toEqual([row])
  expect([...(await db.update('items', { name: 'b' }, { id }))]).toEqual([{ ...row, name: 'b' }])
  const [upserted] = await db.upsert('items', { id, name: 'c' }, { conflict: ['id'] })
  expect(upserted).toEqual({ ...row, name: 'c' })
  expect(await db.read`select name from items where id = any(${[id]}::uuid[])`).toEqual([
    { name: 'c' },
  ])
  expect(await db.delete('items', { id })).toHaveLength(1)
  expect(await db.read`select 1 from items where id = ${id}`).toHaveLength(0)
})

test('puts one piece of SQL into another, values always as parameters', async () => {
  const evil = "'; drop table items; --"
  const condition = db.sql`name = ${evil} and ${true}`
  const id = randomUUID()
  await db.write`insert into items (id, name) values (${id}, ${evil}) returning *`
  expect(await db.read`select id from items where ${condition}`).toEqual([{ id }])
})

test('read refuses to write, and the next statement may', async () => {
  const one = place.open({ pool: { max: 1 } })
  const error = await errorOf(one.read`delete from items returning *`)
  expect(error).toMatchObject({ code: 'QUERY', sqlState: '25006', sent: 'yes' })
  await one.sql`delete from items`
  await one.write`insert into items (id) values (${randomUUID()}) returning *`
  expect(await one.read`select 1 as one from items`).toEqual([{ one: 1 }])
})

test('says what Postgres said, without the statement and its parameters', async () => {
  const id = randomUUID()
  await db.insert('items', { id, name: 'canary-parameter' })
  const error = await errorOf(db.insert('items', { id, name: 'canary-parameter' }))
  expect(error).toMatchObject({ code: 'QUERY', sqlState: '23505', constraint: 'items_pkey' })
  const { inspect } = await import('node:util')
  expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain(
    'canary',
  )
  expect(inspect(db, { depth: 9, showHidden: true })).not.toContain('token-')
})

test('a transaction takes effect as a whole or not at all', async () => {
  const id = randomUUID()
  const failed = db.tx(async (t) => {
    await t.insert('items', { id })
    throw new TypeError('my own')
  })
  await expect(failed).rejects.toThrow(TypeError)
  expect(await db.read`select 1 from items where id = ${id}`).toHaveLength(0)
  const rows = await db.tx(async (t) => {
    await t.insert('items', { id })
    return t.sql`select 1 as one from items where id = ${id}`
  })
  expect(rows).toEqual([{ one: 1 }])
})

test('a transaction that goes on after a failed statement is told that it was rolled back', async () => {
  const id = randomUUID()
  const error = await errorOf(
    db.tx(async (t) => {
      await t.insert('items', { id })
      await t.sql`select 1 / 0`.catch(() => undefined)
    }),
  )
  expect(error.message).toContain('rolled back')
  expect(await db.read`select 1 from items where id = ${id}`).toHaveLength(0)
})

test('a transaction may go back to its savepoint', async () => {
  const rows = await db.tx(async (t) => {
    await t.sql`savepoint here`
    await t.sql`select 1 / 0`.catch(() => undefined)
    await t.sql`rollback to savepoint here`
    return t.sql`select 2 as two`
  })
  expect(rows).toEqual([{ two: 2 }])
})

test('a statement outlives no transaction', async () => {
  const [leaked] = [await db.tx(async (t) => ({ t }))]
  expect(await errorOf(leaked.t.sql`select 1`)).toMatchObject({
    code: 'CONNECTION_LOST',
    sent: 'no',
  })
})

test('a transaction whose backend dies touches no other transaction', async () => {
  const [first, second] = [randomUUID(), randomUUID()]
  const one = place.open({ pool: { max: 1 } })
  const error = await errorOf(
    one.tx(async (t) => {
      await t.insert('items', { id: first })
      place.gateway.kill('57P01')
      await until(() => one.stats().lost > 0)
      await t.insert('items', { id: second })
    }),
  )
  expect(error).toMatchObject({ code: 'CONNECTION_LOST', sent: 'no' })
  expect(await one.read`select 1 from items where id in (${first}, ${second})`).toHaveLength(0)
})

test('runs a safe transaction again until it holds', async () => {
  let runs = 0
  const id = randomUUID()
  const single = place.open({ pool: { max: 1 } })
  await single.tx(
    async (t) => {
      await t.insert('items', { id })
      if (++runs < 3) place.gateway.kill('reset')
      await until(() => single.stats().lost === Math.min(runs, 2))
      await t.sql`select 1`
    },
    { retry: 'safe' },
  )
  expect(runs).toBe(3)
  expect(await db.read`select 1 from items where id = ${id}`).toHaveLength(1)
})

test('a statement that was sent and lost says so', async () => {
  const fault = place.gateway.fault({ kind: 'lose-answer', every: 1 })
  const lost = place.open({ deadlineMs: 300 })
  // The first question of a connection is lost, so none is ever ready.
  expect(await errorOf(lost.sql`select 1`)).toMatchObject({ code: 'ACQUIRE_TIMEOUT', sent: 'no' })
  await fault.lift()
  const asleep = place.open({ session: { applicationName: 'asleep' } })
  const again = asleep.sql`select pg_sleep(60)`.execute()
  await until(async () => {
    const rows = await db.read`
      select 1 from pg_stat_activity where application_name = 'asleep' and query like '%pg_sleep%'`
    return rows.length > 0
  })
  place.gateway.kill('reset')
  expect(await errorOf(again)).toMatchObject({ code: 'CONNECTION_LOST', sent: 'maybe' })
})

test('a thousand calls on a refused token are one mint', async () => {
  const fresh = place.open()
  await fresh.read`select 1`
  expect(fresh.stats().mints).toBe(1)
  place.gateway.revokeTokens()
  place.gateway.kill('57P01')
  await until(() => fresh.stats().total === 0)
  const calls = Array.from({ length: 1000 }, () => fresh.read`select 1 as one`.execute())
  expect((await Promise.all(calls)).flat()).toHaveLength(1000)
  expect(fresh.stats().mints).toBe(2)
})

test('a token that no one accepts ends the wait, and says what may be the cause', async () => {
  const wrong = place.open({
    user: 'nobody',
    token: { pauseMs: 50 },
    deadlineMs: 10_000,
  })
  const error = await errorOf(wrong.read`select 1`)
  expect(error).toMatchObject({ code: 'AUTH', sent: 'no' })
  expect(error.message).toContain('role')
})

test.each(['no-tls', 'unknown-ca'] as const)('sends no token to a server with %s', async (kind) => {
  // A gateway of its own: no other test's client knocks at it.
  const own = await openPlace()
  try {
    own.gateway.fault({ kind })
    const error = await errorOf(own.open().read`select 1`)
    expect(error).toMatchObject({ code: 'CONNECT', sent: 'no' })
    expect(error.message).toContain('not trusted')
    expect(own.gateway.counts).toMatchObject({ logins: 0, refusedLogins: 0 })
  } finally {
    await own.close()
  }
})

test('refuses a certificate that is for another host', async () => {
  const ca = place.gateway.ca ?? ''
  const error =
    await errorOf(place.open({ tls: { ca, servername: 'db.example.com' } }).read`select 1`)
  expect(error).toMatchObject({ code: 'CONNECT', sent: 'no' })
})

test('ends a query that takes too long, also on a connection that went silent', async () => {
  const impatient = place.open({ queryTimeoutMs: 1000, pool: { max: 1 } })
  await impatient.read`select 1`
  const fault = place.gateway.fault({ kind: 'blackhole' })
  expect(await errorOf(impatient.sql`select 1`)).toMatchObject({ code: 'TIMEOUT', sent: 'maybe' })
  await fault.lift()
  expect(await impatient.read`select 1 as one`).toEqual([{ one: 1 }])
})

test('closing lets every accepted call end and takes no new one', async () => {
  const closing = place.open({ pool: { max: 5 } })
  const calls = Array.from({ length: 200 }, () => closing.read`select pg_sleep(0.005)`.execute())
  const closed = closing.close({ drain: 10_000 })
  expect(await errorOf(closing.read`select 1`)).toMatchObject({ code: 'CLOSED' })
  await closed
  expect(await Promise.all(calls)).toHaveLength(200)
  expect(closing.stats()).toMatchObject({ total: 0, active: 0 })
})

test('serves on with the old token while no new one is to be had', async () => {
  const stale = place.open({ token: { softRatio: 0, pauseMs: 20 }, pool: { maxLifetimeMs: 100 } })
  await stale.read`select 1`
  place.mintFault = () => Promise.reject(new Error('503'))
  const isServingStale = () =>
    stale.events.some((event) => event.type === 'token.error' && event.servingStale)
  await until(async () => {
    expect(await stale.read`select 1 as one`).toEqual([{ one: 1 }])
    return isServingStale() && stale.stats().opened > 2
  })
  place.mintFault = undefined
  expect(stale.events.every((event) => event.type !== 'token.error' || event.servingStale)).toBe(
    true,
  )
})
