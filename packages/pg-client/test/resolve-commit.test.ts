import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openContext, openTokens } from '../src/client/open-context.js'
import { resolveCommit } from '../src/run/resolve-commit.js'
import { resolveTarget } from '../src/target/resolve-target.js'
import { errorOf } from './error-of.js'
import { openPlace, type Place } from './open-gateway.js'
import { until } from './until.js'

let place: Place
let context: ReturnType<typeof openContext>
beforeEach(async () => {
  place = await openPlace()
  await place.open().sql`create table items (id int)`
  const { host, port, ca = '' } = place.access
  const options = {
    ...{ host, port, user: 'ada', database: 'postgres', env: {}, tls: { ca } },
    getToken: place.mint,
  }
  const target = resolveTarget(options)
  context = openContext(options, target, openTokens(options, target))
})
afterEach(async () => {
  context.pool.close()
  await place.close()
})

/** A transaction on the server itself, with what a client would know of it. */
async function begin() {
  const sql = postgres(place.server.url, { max: 1, onnotice: () => undefined, fetch_types: false })
  await sql`begin`
  const [row] = await sql<{ xid: string; epoch: string; pid: number }[]>`
    select pg_current_xact_id()::text as xid, stats_reset::text as epoch, pg_backend_pid() as pid
    from pg_stat_bgwriter`
  if (!row) throw new Error('no row')
  await sql`insert into items values (1)`
  return { sql, sent: { xid: row.xid, epoch: row.epoch }, pid: row.pid }
}

/** Postgres ends all of its processes when one is killed, and recovers. */
async function crash(pid: number): Promise<void> {
  const db = place.open()
  const epoch = () =>
    db.read<{ epoch: string }[]>`select stats_reset::text as epoch from pg_stat_bgwriter`
  const [before] = await epoch()
  process.kill(pid, 'SIGKILL')
  await until(async () => (await epoch())[0]?.epoch !== before?.epoch)
}

/** Ids from the one that was forgotten on. */
async function useIds(): Promise<void> {
  const db = place.open()
  for (let n = 0; n < 5; n++) await db.insert('items', { id: 2 })
}

/** Without a time the server is taken to have been alive until its crash. */
const ask = (
  sent: { readonly xid: string; readonly epoch: string },
  aliveAtMs = Date.now() + 60_000,
) => resolveCommit(context, { ...sent, aliveAtMs }, new Error('lost'))

test('knows a commit and a rollback', async () => {
  const kept = await begin()
  await kept.sql`commit`
  expect(await ask(kept.sent)).toBe('committed')
  const undone = await begin()
  await undone.sql`rollback`
  expect(await ask(undone.sent)).toBe('aborted')
  await Promise.all([kept.sql.end(), undone.sql.end()])
})

test('ends the transaction that is still under way on a connection that the server has not missed', async () => {
  const { sql, sent } = await begin()
  expect(await ask(sent)).toBe('aborted')
  await sql.end({ timeout: 0 })
})

test('knows over a crash what was committed, also when its id is the last that was', async () => {
  const { sql, sent, pid } = await begin()
  await sql`commit`
  await crash(pid)
  await useIds()
  expect(await ask(sent)).toBe('committed')
  await sql.end({ timeout: 0 })
})

test('takes no commit of another for its own when a crash had the server forget the id', async () => {
  const { sql, sent, pid } = await begin()
  await crash(pid)
  await useIds()
  const db = place.open()
  const [other] = await db.read`select pg_xact_status(${sent.xid}::xid8) as status`
  expect(other).toEqual({ status: 'committed' })
  expect(await ask(sent)).toBe('aborted')
  await sql.end({ timeout: 0 })
})

test('after two crashes does not take the commit of another for its own, and says that it does not know', async () => {
  const aliveAtMs = Date.now()
  const { sql, sent, pid } = await begin()
  await crash(pid)
  await useIds()
  // So that it is known for certain that there was time for two.
  await until(() => Date.now() - aliveAtMs > 1000)
  const other = await begin()
  await crash(other.pid)
  await useIds()
  const db = place.open()
  const [status] = await db.read`select pg_xact_status(${sent.xid}::xid8) as status`
  expect(status).toEqual({ status: 'committed' })
  const error = await errorOf(ask(sent, aliveAtMs))
  expect(error).toMatchObject({ code: 'COMMIT_UNKNOWN', sent: 'maybe', xid: sent.xid })
  await Promise.all([sql.end({ timeout: 0 }), other.sql.end({ timeout: 0 })])
})

test('an id that was forgotten and not given out again was not committed', async () => {
  const { sql, sent, pid } = await begin()
  await crash(pid)
  expect(await ask(sent)).toBe('aborted')
  await sql.end({ timeout: 0 })
})

test('does not know after a crash and one more checkpoint, and says so', async () => {
  const { sql, sent, pid } = await begin()
  await sql`commit`
  await crash(pid)
  await place.open().sql`checkpoint`
  expect(await errorOf(ask(sent))).toMatchObject({
    code: 'COMMIT_UNKNOWN',
    sent: 'maybe',
    xid: sent.xid,
  })
  await sql.end({ timeout: 0 })
})

test('knows over a restart in order', async () => {
  const { sql, sent } = await begin()
  await sql`commit`
  await place.server.restart()
  expect(await ask(sent)).toBe('committed')
  await sql.end({ timeout: 0 })
})
