import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from './open-gateway.js'

let place: Place
let db: ReturnType<Place['open']>
beforeAll(async () => {
  place = await openPlace()
  db = place.open()
})
afterAll(() => place.close())

test('resolves every COMMIT whose answer was lost, without a duplicate', async () => {
  await db.sql`create table ledger (id serial primary key, entry text)`
  const fault = place.gateway.fault({ kind: 'lose-commit', every: 2 })
  const entries = Array.from({ length: 60 }, (_, n) => `entry ${n}`)
  await Promise.all(entries.map((entry) => db.insert('ledger', { entry })))
  expect(fault.fired).toBeGreaterThanOrEqual(60)
  expect(place.gateway.counts.lostAnswers).toBeGreaterThanOrEqual(30)
  await fault.lift()
  const rows = await db.read<{ entry: string }[]>`select entry from ledger`
  expect(rows.map(({ entry }) => entry).sort()).toEqual([...entries].sort())
})

test('a COMMIT that never arrived is told from one whose answer was lost', async () => {
  await db.sql`create table either (entry text)`
  const faults = [
    place.gateway.fault({ kind: 'lose-commit', every: 3 }),
    place.gateway.fault({ kind: 'drop-commit', every: 4 }),
  ]
  const entries = Array.from({ length: 60 }, (_, n) => `entry ${n}`)
  const before = db.events.length
  await Promise.all(
    entries.map((entry, n) => {
      if (n % 3 === 0) return db.insert('either', { entry })
      if (n % 3 === 1) return db.write`insert into either (entry) values (${entry})`
      return db.tx((t) => t.insert('either', { entry }), { retry: 'safe' })
    }),
  )
  for (const fault of faults) await fault.lift()
  const outcomes = new Set(
    db.events.slice(before).map((event) => event.type === 'commit.resolved' && event.outcome),
  )
  expect([...outcomes].filter(Boolean).sort()).toEqual(['aborted', 'committed'])
  const rows = await db.read<{ entry: string }[]>`select entry from either`
  expect(rows.map(({ entry }) => entry).sort()).toEqual([...entries].sort())
})

test('a write that gives no row, and has written all the same, is looked up too', async () => {
  await db.sql`create table audit (entry text)`
  await db.sql`create table nothing (entry text)`
  await db.sql`
    create function note() returns trigger language plpgsql as
    $$ begin insert into audit values (new.entry); return null; end $$`
  await db.sql`create trigger note before insert on nothing for each row execute function note()`
  const entries = Array.from({ length: 12 }, (_, n) => `entry ${n}`)
  const fault = place.gateway.fault({ kind: 'lose-commit', every: 2 })
  for (const entry of entries) {
    const rows = await db.insert('nothing', { entry })
    expect(rows).toHaveLength(0)
    expect(rows.columns.map(({ name }) => name)).toEqual(['entry'])
  }
  await fault.lift()
  const rows = await db.read<{ entry: string }[]>`select entry from audit`
  expect(rows.map(({ entry }) => entry).sort()).toEqual([...entries].sort())
})
