import { setTimeout as wait } from 'node:timers/promises'
import { type Lakebase, LakebaseError } from '../src/index.js'
import type { Place } from '../test/open-gateway.js'
import { type Operation, type Schedule, type Step, scheduleOf } from './schedule.js'

/** What a call said of itself. */
interface Entry {
  readonly id: string
  readonly operation: Operation
  /** `done`; `no`: it says that nothing has taken effect; `maybe`: it does not know. */
  readonly end: 'done' | 'maybe' | 'no'
  readonly error?: unknown
}

class Abort extends Error {}

/** A call that hangs hangs for ever. On a machine with twenty busy processes one took over a minute, and ended. */
const DEADLINE_MS = 300_000
const LONGEST_MS = 400_000

/**
 * Runs the operations of a seed while its faults strike, and compares what each said with what the server
 * has. Gives the violations.
 */
export async function runSchedule(
  place: Place,
  ledger: Lakebase,
  seed: number,
): Promise<readonly string[]> {
  const schedule = scheduleOf(seed)
  const db = place.open({
    pool: { max: schedule.connections },
    token: { pauseMs: 30, timeoutMs: 100 },
    deadlineMs: DEADLINE_MS,
  })
  const calls = schedule.operations.map((operation, n) => perform(db, operation, `${seed}:${n}`))
  const all = Promise.all(calls)
  const lift = await strike(place, schedule)
  const late = wait(LONGEST_MS).then(() => undefined)
  const entries = await Promise.race([all, late])
  await lift()
  if (entries === undefined) return ['a call did not end']
  const { active } = db.stats()
  await db.close({ drain: 0 })
  const left = active === 0 ? [] : [`${active} calls are counted as under way`]
  return [...left, ...(await compare(ledger, entries))]
}

async function perform(db: Lakebase, operation: Operation, id: string): Promise<Entry> {
  try {
    await run(db, operation, id)
    return { id, operation, end: 'done' }
  } catch (error) {
    const says = error instanceof LakebaseError && error.sent === 'maybe' ? 'maybe' : 'no'
    return { id, operation, end: says, error }
  }
}

async function run(db: Lakebase, operation: Operation, id: string): Promise<unknown> {
  if (operation === 'insert') return expectRows(await db.insert('ledger', { id }), 1)
  if (operation === 'write')
    return expectRows(await db.write`insert into ledger (id) values (${id}) returning *`, 1)
  if (operation === 'sql')
    return expectRows(await db.sql`insert into ledger (id) values (${id}) returning *`, 1)
  if (operation === 'read') return expectRows(await db.read`select ${id} as id`, 1)
  if (operation === 'cursor') return readCursor(db)
  if (operation === 'pg.Pool tx') return runPoolTransaction(db, id)
  if (operation === 'postgres.js tx') return runDriverTransaction(db, id)
  return db.tx(
    async (t) => {
      expectRows(await t.insert('ledger', { id }), 1)
      // Only both or none.
      await t.insert('ledger', { id: `${id} second` })
      if (operation === 'tx that aborts') throw new Abort()
    },
    { retry: operation === 'tx once' ? 'never' : 'safe' },
  )
}

/** As kysely and TypeORM do it: BEGIN and COMMIT are statements like others. */
async function runPoolTransaction(db: Lakebase, id: string): Promise<void> {
  const pool = db.pgPool()
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const one of [id, `${id} second`]) {
      await client.query('insert into ledger (id) values ($1)', [one])
    }
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  } finally {
    await pool.end()
  }
}

/** As drizzle does it. */
async function runDriverTransaction(db: Lakebase, id: string): Promise<void> {
  const sql = db.postgresJs({ retry: 'safe' })
  await sql.begin(async (t) => {
    await t`insert into ledger (id) values (${id})`
    await t`insert into ledger (id) values (${`${id} second`})`
  })
  await sql.end()
}

async function readCursor(db: Lakebase): Promise<void> {
  const seen: number[] = []
  for await (const rows of db.cursor<{ n: number }>`select n from generate_series(1, 25) as n`.rows(
    10,
  )) {
    seen.push(...rows.map(({ n }) => n))
  }
  if (seen.length !== 25 || seen.some((n, at) => n !== at + 1)) throw new Error('rows are missing')
}

function expectRows(rows: readonly unknown[], count: number): void {
  if (rows.length !== count) throw new Error(`${rows.length} rows in place of ${count}`)
}

/** Carries out the steps; the result ends what is in force. */
async function strike(place: Place, { steps }: Schedule): Promise<() => Promise<void>> {
  const handles: { readonly lift: () => Promise<void> }[] = []
  const lift = async () => {
    place.mintFault = undefined
    for (const handle of handles.splice(0)) await handle.lift()
  }
  for (const step of steps) {
    await take(place, step, handles, lift)
    await wait(2)
  }
  await wait(10)
  await lift()
  return lift
}

async function take(
  place: Place,
  step: Step,
  handles: { readonly lift: () => Promise<void> }[],
  lift: () => Promise<void>,
): Promise<void> {
  if (step.kind === 'kill') place.gateway.kill(step.how, step.count)
  if (step.kind === 'fault') handles.push(place.gateway.fault(step.fault))
  if (step.kind === 'lift') await lift()
  if (step.kind === 'revoke') place.gateway.revokeTokens()
  if (step.kind === 'mint') place.mintFault = mintFault(place, step.how)
  if (step.kind === 'wait') await wait(step.ms)
}

function mintFault(
  place: Place,
  how: 'fails' | 'hangs once' | 'works',
): (() => Promise<never>) | undefined {
  if (how === 'works') return undefined
  if (how === 'fails') return () => Promise.reject(new Error('503'))
  return () => {
    place.mintFault = undefined
    return new Promise<never>(() => undefined)
  }
}

/** What must hold of each call by its operation and end. */
async function compare(ledger: Lakebase, entries: readonly Entry[]): Promise<readonly string[]> {
  const ids = entries.flatMap(({ id }) => [id, `${id} second`])
  const rows = await ledger.read<{ id: string; times: number }[]>`
    select id, count(*)::int as times from ledger where id = any(${ids}) group by id`
  const times = new Map(rows.map((row) => [row.id, row.times]))
  return entries.flatMap((entry) => violations(entry, times))
}

function violations({ id, operation, end, error }: Entry, times: ReadonlyMap<string, number>) {
  const count = times.get(id) ?? 0
  const second = times.get(`${id} second`) ?? 0
  const found: string[] = []
  const reads = operation === 'read' || operation === 'cursor'
  const isTx = operation.includes('tx')
  if (count > 1 || second > 1) found.push(`is there ${count} times`)
  if (isTx && count !== second) found.push('is there by half')
  if (end === 'done' && !reads && count !== 1) found.push('was confirmed and is not there')
  if (end === 'no' && count > 0) found.push(`said that it has not taken effect and is there`)
  if (end !== 'done' && !mayFail(operation, error)) found.push(`was lost: ${error}`)
  if (end === 'done' && operation === 'tx that aborts') found.push('did not abort')
  return found.map((what) => `${id} (${operation}) ${what}`)
}

/** What the client does not promise to bring to a good end. */
function mayFail(operation: Operation, error: unknown): boolean {
  if (operation === 'tx that aborts') return error instanceof Abort
  const isLoss = error instanceof LakebaseError && error.code === 'CONNECTION_LOST'
  // Rows that were given out already cannot be taken back.
  return isLoss && ['cursor', 'pg.Pool tx', 'sql', 'tx once'].includes(operation)
}
