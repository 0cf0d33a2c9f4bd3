import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import type { Place } from '../../test/open-gateway.js'
import { killOne } from './kill-one.js'
import type { Scenario } from './scenario.js'

async function onServer<T>(place: Place, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(place.server.url, { max: 1, fetch_types: false, onnotice: () => undefined })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 0 })
  }
}

/** One of its processes is killed; Postgres ends all others, and recovers. Resolves when it is there again. */
async function crash(place: Place): Promise<void> {
  await onServer(place, async (sql) => {
    const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
    if (row) process.kill(row.pid, 'SIGKILL')
    // Until Postgres has missed it.
    await sql`select 1`.catch(() => undefined)
  })
  for (;;) {
    try {
      await onServer(place, (sql) => sql`select 1`)
      return
    } catch {
      await wait(20)
    }
  }
}

/** One password is good at a time: the one before it is worthless at once. */
async function changePassword(place: Place): Promise<void> {
  const password = randomUUID()
  const until = new Date(Date.now() + 60_000).toISOString()
  await onServer(place, async (sql) => {
    await sql.unsafe(`alter role ada password '${password}' valid until '${until}'`)
    place.rolePassword = password
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ada'`
  })
}

const queries = { work: 'queries' } as const

export const databaseScenarios: readonly Scenario[] = [
  {
    ...queries,
    name: 'server restart',
    seconds: 12,
    strike: ({ again, outage, place }) =>
      again(2500, () => outage(0, () => () => place.server.restart())),
  },
  {
    ...queries,
    name: 'server crash',
    seconds: 12,
    strike: ({ again, outage, place }) => again(1500, () => outage(0, () => () => crash(place))),
  },
  {
    ...queries,
    name: 'ALTER ROLE, SCRAM',
    scram: true,
    maxLifetimeMs: 1000,
    seconds: 12,
    strike: ({ again, place }) => again(2000, () => changePassword(place)),
  },
  {
    name: 'transactions, kills',
    work: 'transfers',
    seconds: 12,
    strike: ({ again, place }) => again(60, () => killOne(place, '57P01')),
  },
  {
    name: 'transactions, lost',
    work: 'transfers',
    seconds: 12,
    strike: async ({ place }) => {
      place.gateway.fault({ kind: 'lose-answer', every: 200 })
      place.gateway.fault({ kind: 'lose-commit', every: 40 })
    },
  },
]
