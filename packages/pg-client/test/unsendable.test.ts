import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorOf } from './error-of.js'
import { openPlace, type Place } from './open-gateway.js'

let place: Place
let db: ReturnType<Place['open']>
beforeAll(async () => {
  place = await openPlace()
  db = place.open({ pool: { max: 1 } })
  await db.sql`create table items (id int, at timestamptz, doc jsonb)`
})
afterAll(() => place.close())

const never = new Date(Number.NaN)

/** As a caller without types may: `undefined` in a template. */
const { hole }: { readonly hole: string } = JSON.parse('{}')

// Sent in one flight with what comes before it, such a statement once failed that in its place and never settled.
test('a value that cannot be sent fails its call, which has done nothing, and holds up no other', async () => {
  const calls: Record<string, () => PromiseLike<unknown>> = {
    sql: () => db.sql`insert into items (id) values (${hole})`,
    read: () => db.read`select ${hole}::int`,
    write: () => db.write`insert into items (id) values (${hole})`,
    cursor: async () => {
      for await (const _ of db.cursor`select ${hole}::int`.rows(2));
    },
    'tx, first': () => db.tx((t) => t.sql`select ${hole}::int`, { retry: 'safe' }),
    'tx, second': () =>
      db.tx(
        async (t) => {
          await t.insert('items', { id: 1 })
          await t.sql`select ${hole}::int`
        },
        { retry: 'safe' },
      ),
    'tx, two at once': () =>
      db.tx((t) => Promise.all([t.sql`select pg_sleep(0.1)`, t.sql`select ${hole}::int`]), {
        retry: 'safe',
      }),
  }
  for (const [name, call] of Object.entries(calls)) {
    expect(await errorOf(Promise.resolve().then(call)), name).toMatchObject({
      code: 'CONFIG',
      sent: 'no',
    })
    expect(await db.sql`select 1 as one`, name).toEqual([{ one: 1 }])
  }
  expect(await db.read`select * from items`).toHaveLength(0)
  expect(db.stats()).toMatchObject({ active: 0, waiting: 0 })
})

test('of two statements of one pg client the other one does not wait for ever', async () => {
  const client = await db.pgPool().connect()
  await client.query('begin')
  const values = Array.from({ length: 65_534 }, () => 1)
  const both = [client.query('select pg_sleep(0.1)'), client.query('select $65534::int', values)]
  const ends = await Promise.allSettled(both)
  expect(ends.map(({ status }) => status)).toContain('rejected')
  client.release()
  expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }])
})

test('a date that is none fails its call, the first time and when the statement is prepared', async () => {
  const insert = (at: Date) => db.insert('items', { at })
  expect((await errorOf(insert(never))).message).toContain('Invalid time value')
  await insert(new Date())
  await insert(new Date())
  expect(await errorOf(insert(never))).toMatchObject({ code: 'CONFIG', sent: 'no' })
  expect(await db.read`select * from items`).toHaveLength(2)
})

test('more values than a statement takes are refused before they are sent', async () => {
  const rows = Array.from({ length: 65_534 }, (_, id) => ({ id }))
  expect(await errorOf(db.insert('items', rows))).toMatchObject({ code: 'CONFIG', sent: 'no' })
  const most = rows.slice(1)
  expect(await db.insert('items', most)).toHaveLength(most.length)
})
