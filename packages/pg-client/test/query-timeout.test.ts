import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorOf } from './error-of.js'
import { openPlace, type Place } from './open-gateway.js'
import { until } from './until.js'

let place: Place
beforeAll(async () => {
  place = await openPlace()
})
afterAll(() => place.close())

test('a statement that takes too long is stopped on the server too', async () => {
  const db = place.open({ queryTimeoutMs: 150, session: { applicationName: 'impatient' } })
  const watcher = place.open()
  const running = async () => {
    const rows = await watcher.sql`
      select 1 from pg_stat_activity where application_name = 'impatient' and state = 'active'`
    return rows.length
  }
  const calls = [
    db.sql`select pg_sleep(60)`,
    db.read`select pg_sleep(60)`,
    db.write`select pg_sleep(60)`,
  ]
  for (const call of calls) expect(await errorOf(call)).toMatchObject({ code: 'TIMEOUT' })
  await until(async () => (await running()) === 0)
  expect(place.gateway.counts.cancels).toBe(3)
})

test('a transaction may take longer than one of its statements', async () => {
  const db = place.open({ queryTimeoutMs: 1500 })
  const rows = await db.tx(async (t) => {
    for (let n = 0; n < 4; n++) await t.sql`select pg_sleep(0.4)`
    await wait(300)
    return t.sql`select 1 as one`
  })
  expect(rows).toEqual([{ one: 1 }])
  expect(await errorOf(db.tx((t) => t.sql`select pg_sleep(60)`))).toMatchObject({
    code: 'TIMEOUT',
  })
})
