import { randomUUID } from 'node:crypto'
import { Kysely } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from '../open-gateway.js'

interface Tables {
  readonly items: { readonly id: string; readonly name: string }
}

let place: Place
beforeAll(async () => {
  place = await openPlace()
  await place.open().sql`create table items (id uuid primary key, name text)`
})
afterAll(() => place.close())

function open() {
  return new Kysely<Tables>({
    dialect: new PostgresJSDialect({ postgres: place.open().postgresJs() }),
  })
}

test('writes and reads what kysely builds', async () => {
  const db = open()
  const row = { id: randomUUID(), name: 'one' }
  expect(await db.insertInto('items').values(row).returningAll().execute()).toEqual([row])
  const { numUpdatedRows } = await db
    .updateTable('items')
    .set({ name: 'two' })
    .where('id', '=', row.id)
    .executeTakeFirst()
  expect(numUpdatedRows).toBe(1n)
  expect(await db.selectFrom('items').select('name').where('id', '=', row.id).execute()).toEqual([
    { name: 'two' },
  ])
  await db.destroy()
})

test('a transaction of kysely is on one connection, and undone when it fails', async () => {
  const db = open()
  const [kept, undone] = [randomUUID(), randomUUID()]
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('items').values({ id: kept, name: 'kept' }).execute()
    expect(await db.selectFrom('items').where('id', '=', kept).selectAll().execute()).toEqual([])
  })
  const failed = db.transaction().execute(async (tx) => {
    await tx.insertInto('items').values({ id: undone, name: 'undone' }).execute()
    throw new TypeError('my own')
  })
  await expect(failed).rejects.toThrow(TypeError)
  const there = await db
    .selectFrom('items')
    .where('id', 'in', [kept, undone])
    .select('name')
    .execute()
  expect(there).toEqual([{ name: 'kept' }])
})

test('a COMMIT of kysely whose answer was lost is looked up', async () => {
  const db = open()
  const fault = place.gateway.fault({ kind: 'lose-commit', every: 1 })
  const ids = Array.from({ length: 20 }, () => randomUUID())
  await Promise.all(
    ids.map((id) =>
      db.transaction().execute((tx) => tx.insertInto('items').values({ id, name: 'x' }).execute()),
    ),
  )
  await fault.lift()
  expect(place.gateway.counts.lostAnswers).toBeGreaterThanOrEqual(20)
  expect(await db.selectFrom('items').where('id', 'in', ids).selectAll().execute()).toHaveLength(20)
})
