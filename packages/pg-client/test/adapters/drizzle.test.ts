import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { boolean, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { drizzle } from 'drizzle-orm/postgres-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from '../open-gateway.js'

const items = pgTable('items', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  doc: jsonb(),
  tags: text().array(),
  done: boolean(),
  at: timestamp({ mode: 'string' }),
})

let place: Place
beforeAll(async () => {
  place = await openPlace()
  await place.open().sql`
    create table items (id uuid primary key, name text not null, doc jsonb, tags text[], done bool, at timestamp)`
})
afterAll(() => place.close())

const row = () => ({
  id: randomUUID(),
  name: "it's",
  doc: { deep: [1, 'x'] },
  tags: ['a', 'b "c"'],
  done: true,
  at: '2026-11-27 23:59:59',
})

test('writes and reads what drizzle builds, its types included', async () => {
  const db = drizzle({ client: place.open().postgresJs() })
  const one = row()
  expect(await db.insert(items).values(one).returning()).toEqual([one])
  expect(await db.select().from(items).where(eq(items.id, one.id))).toEqual([one])
  await db.update(items).set({ done: false }).where(eq(items.id, one.id))
  expect(await db.select({ done: items.done }).from(items).where(eq(items.id, one.id))).toEqual([
    { done: false },
  ])
  expect(await db.execute('select 1 as one')).toEqual([{ one: 1 }])
})

test('a transaction of drizzle with an isolation level, one in it that fails, and its end', async () => {
  const db = drizzle({ client: place.open().postgresJs() })
  const [first, second] = [row(), row()]
  await db.transaction(
    async (tx) => {
      await tx.insert(items).values(first)
      await tx
        .transaction(async (inner) => {
          await inner.insert(items).values(second)
          inner.rollback()
        })
        .catch(() => undefined)
    },
    { isolationLevel: 'serializable' },
  )
  const there = async (id: string) => (await db.select().from(items).where(eq(items.id, id))).length
  expect([await there(first.id), await there(second.id)]).toEqual([1, 0])
  const failed = db.transaction(async (tx) => {
    await tx.insert(items).values(second)
    throw new TypeError('my own')
  })
  await expect(failed).rejects.toThrow(TypeError)
  expect(await there(second.id)).toBe(0)
})

test('drizzle loses nothing while connections die and answers get lost', async () => {
  const client = place.open()
  const db = drizzle({ client: client.postgresJs({ retry: 'safe' }) })
  const rows = Array.from({ length: 150 }, row)
  const fault = place.gateway.fault({ kind: 'lose-answer', every: 50 })
  await Promise.all(
    rows.map(async (one, n) => {
      if (n % 3 === 0) await db.transaction((tx) => tx.insert(items).values(one))
      else await db.insert(items).values(one)
      // By what was done, not by the clock: on a busy machine a login takes longer than any time set here.
      if (n % 15 === 14) place.gateway.kill('57P01', 1)
      expect(await db.select().from(items).where(eq(items.id, one.id))).toEqual([one])
    }),
  )
  await fault.lift()
  expect(client.events.filter(({ type }) => type === 'retry').length).toBeGreaterThan(2)
  expect(place.gateway.counts.lostAnswers).toBeGreaterThan(2)
  // The driver's own way of reading was left as it is.
  expect((await client.read`select now() as now`)[0]?.now).toBeInstanceOf(Date)
})
