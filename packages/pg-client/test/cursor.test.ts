import { getEventListeners } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorOf } from './error-of.js'
import { openPlace, type Place } from './open-gateway.js'
import { until } from './until.js'

let place: Place
beforeAll(async () => {
  place = await openPlace()
})
afterAll(() => place.close())

test('gives all rows in order, so many at a time', async () => {
  const db = place.open({ pool: { max: 1 } })
  const sizes: number[] = []
  const seen: number[] = []
  for await (const rows of db.cursor<{ n: number }>`
    select n from generate_series(1, ${2500}::int) as n`.rows(1000)) {
    sizes.push(rows.length)
    seen.push(...rows.map(({ n }) => n))
  }
  expect(sizes).toEqual([1000, 1000, 500])
  expect(seen).toEqual(Array.from({ length: 2500 }, (_, at) => at + 1))
  expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }])
})

test('a loop that is left gives its connection back', async () => {
  const db = place.open({ pool: { max: 1 } })
  for await (const _ of db.cursor`select generate_series(1, 100)`.rows(10)) break
  expect(db.stats()).toMatchObject({ idle: 1, active: 0, lost: 0 })
  expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }])
})

test('a statement that fails, at once or on the way, leaves its connection in order', async () => {
  const db = place.open({ pool: { max: 1 } })
  const read = async (divisor: number) => {
    for await (const _ of db.cursor`
      select 1 / (n - ${divisor}::int) from generate_series(1, 100) as n`.rows(10));
  }
  expect(await errorOf(read(1))).toMatchObject({ code: 'QUERY', sqlState: '22012' })
  expect(await errorOf(read(50))).toMatchObject({ code: 'QUERY', sqlState: '22012' })
  expect(
    await errorOf(db.cursor`create table t (id int)`.rows(1)[Symbol.asyncIterator]().next()),
  ).toMatchObject({ code: 'QUERY' })
  expect(db.stats()).toMatchObject({ idle: 1, active: 0, lost: 0 })
})

test('outlives a loss before the first rows, and tells of one after them', async () => {
  const db = place.open()
  await db.read`select 1`
  place.gateway.kill('reset')
  let batches = 0
  const error = await errorOf(
    (async () => {
      for await (const _ of db.cursor`select generate_series(1, 100)`.rows(10)) {
        if (++batches === 3) place.gateway.kill('reset')
      }
    })(),
  )
  expect(batches).toBe(3)
  expect(error).toMatchObject({ code: 'CONNECTION_LOST', sent: 'no' })
  expect(db.stats()).toMatchObject({ active: 0 })
})

test('refuses a size that is none', async () => {
  const rows = place.open().cursor`select 1`.rows(0)
  expect(await errorOf(rows[Symbol.asyncIterator]().next())).toMatchObject({ code: 'CONFIG' })
})

/** Every way out of a loop whose call was aborted: its connection ends, and the next call gets another. */
test.each([
  ['between two batches, and goes on', false],
  ['between two batches, and is left', true],
] as const)(
  'a loop that is aborted %s ends its connection and leaves nothing behind',
  async (_, leaves) => {
    const db = place.open({ pool: { max: 1 } })
    const abort = new AbortController()
    const { signal } = abort
    let batches = 0
    const loop = async () => {
      for await (const _ of db.with({ signal }).cursor`select generate_series(1, 100)`.rows(10)) {
        batches++
        abort.abort()
        if (leaves) break
      }
    }
    if (leaves) await loop()
    else expect(await errorOf(loop())).toMatchObject({ code: 'ABORTED', sent: 'no' })
    expect(batches).toBe(1)
    expect(db.stats()).toMatchObject({ active: 0, waiting: 0, idle: 0, total: 0 })
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
    expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }])
  },
)

test('a batch that is aborted on its way is stopped on the server too', async () => {
  const db = place.open({ pool: { max: 1 }, session: { applicationName: 'aborted cursor' } })
  const abort = new AbortController()
  const { signal } = abort
  const loop = async () => {
    for await (const _ of db.with({ signal }).cursor`
      select n, pg_sleep(case when n > 10 then 600 else 0 end) from generate_series(1, 100) as n`.rows(
      10,
    )) {
      setTimeout(() => abort.abort(), 50)
    }
  }
  expect(await errorOf(loop())).toMatchObject({ code: 'ABORTED' })
  expect(db.stats()).toMatchObject({ active: 0, waiting: 0, idle: 0, total: 0 })
  const watcher = place.open()
  const left = () =>
    watcher.read`select 1 from pg_stat_activity where application_name = 'aborted cursor'`
  await until(async () => (await left()).length === 0)
  expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }])
})

test('a cursor that is aborted while it waits for a connection sends nothing', async () => {
  const db = place.open({ pool: { max: 1 } })
  const busy = db.cursor`select generate_series(1, 100)`.rows(10)[Symbol.asyncIterator]()
  await busy.next()
  const abort = new AbortController()
  const waiting = db.with({ signal: abort.signal }).cursor`select 1`.rows(1)[Symbol.asyncIterator]()
  const error = errorOf(waiting.next())
  await until(() => db.stats().waiting === 1)
  abort.abort()
  expect(await error).toMatchObject({ code: 'ABORTED', sent: 'no' })
  expect(await waiting.next()).toEqual({ done: true, value: undefined })
  await busy.return?.()
  expect(db.stats()).toMatchObject({ active: 0, waiting: 0, idle: 1, lost: 0 })
})
