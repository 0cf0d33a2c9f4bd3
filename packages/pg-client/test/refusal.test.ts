import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorOf } from './error-of.js'
import { openPlace, type Place } from './open-gateway.js'

let place: Place
let db: ReturnType<Place['open']>
beforeAll(async () => {
  place = await openPlace()
  db = place.open({ pool: { max: 1 } })
  await db.sql`create table items (id int)`
})
afterAll(() => place.close())

/** As if it stood in the source. */
function template(text: string): TemplateStringsArray {
  return Object.assign([text], { raw: [text] })
}

const UNDONE = ['begin', ' /* x */ START transaction', '-- why\ncommit', 'rollback', 'end']
const NOWHERE = ['copy items from stdin', 'COPY (select 1) to STDOUT', 'listen news', 'unlisten *']

test.each([...UNDONE, ...NOWHERE])('%s is refused before it is sent', async (text) => {
  for (const tag of [db.sql, db.read, db.write]) {
    expect(await errorOf(tag(template(text)))).toMatchObject({ code: 'CONFIG', sent: 'no' })
  }
  expect(await errorOf(db.tx(async (t) => t.sql(template(text))))).toMatchObject({ code: 'CONFIG' })
  expect(await errorOf(db.postgresJs().unsafe(text))).toMatchObject({ code: 'CONFIG' })
  expect(await errorOf(db.pgPool().query(text))).toMatchObject({ code: 'CONFIG' })
  // The connection is in order, and in no transaction.
  expect(await db.sql`select pg_current_xact_id_if_assigned() as xid`).toEqual([{ xid: null }])
})

test.each(['set default_transaction_read_only = off', 'reset all', 'discard all'])(
  'read refuses %s, after which it could write',
  async (text) => {
    expect(await errorOf(db.read(template(text)))).toMatchObject({ code: 'CONFIG' })
    expect(await errorOf(db.read`insert into items values (1)`)).toMatchObject({
      sqlState: '25006',
    })
  },
)

test('the words are refused where a statement begins, and nowhere else', async () => {
  const end = db.sql`end`
  expect(await db.read`select case when true then 1 ${end} as one`).toEqual([{ one: 1 }])
  expect(await db.sql`select 'copy x from stdin' as text`).toEqual([{ text: 'copy x from stdin' }])
  const start_date = '2026-11-28'
  expect(await db.tx((t) => t.sql`select ${start_date}::text as day`)).toEqual([
    { day: start_date },
  ])
})
