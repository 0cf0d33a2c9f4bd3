import { startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { lakebase } from '../src/index.js'

// `bench [rounds] [in flight] [name]`: queries a second beside the driver alone, on one server, taking turns.
const [rounds = '15', inFlight = '8', only = ''] = process.argv.slice(2)
const CONNECTIONS = Number(inFlight)
const TURN_MS = 500

type Work = (n: number) => PromiseLike<unknown>

const server = await startPostgres({ settings: { synchronous_commit: 'on' } })
const { host, port, user } = server
const database = 'postgres'
const db = lakebase({
  ...{ host, port, user, database, password: '', env: {}, tls: { mode: 'off' as const } },
  pool: { max: CONNECTIONS },
})
const raw = postgres({ host, port, user, database, max: CONNECTIONS, onnotice: () => undefined })
await raw`create table items (id int primary key, name text)`
await raw`insert into items select n, 'item ' || n from generate_series(1, 10000) as n`
await raw`create table log (id bigserial primary key, item int, note text)`
await raw`vacuum analyze items`

const id = (n: number) => (n % 10_000) + 1
const logOne = (sql: postgres.ISql, n: number) =>
  sql`insert into log (item, note) values (${n}, ${'x'}) returning *`
const PAIRS: readonly { readonly name: string; readonly ours: Work; readonly theirs: Work }[] = [
  {
    name: 'read: one row by key',
    ours: (n) => db.read`select * from items where id = ${id(n)}`,
    theirs: (n) => raw`select * from items where id = ${id(n)}`,
  },
  {
    name: 'sql: one row by key',
    ours: (n) => db.sql`select * from items where id = ${id(n)}`,
    theirs: (n) => raw`select * from items where id = ${id(n)}`,
  },
  {
    name: 'read: 100 rows',
    ours: (n) => db.read`select * from items where id between ${id(n)} and ${id(n) + 99}`,
    theirs: (n) => raw`select * from items where id between ${id(n)} and ${id(n) + 99}`,
  },
  {
    name: 'insert; begin, commit',
    ours: (n) => db.insert('log', { item: n, note: 'x' }),
    theirs: (n) => raw.begin((t) => logOne(t, n)),
  },
  {
    name: 'write; begin, commit',
    ours: (n) => db.write`insert into log (item, note) values (${n}, ${'x'}) returning *`,
    theirs: (n) => raw.begin((t) => logOne(t, n)),
  },
  {
    name: 'tx: read, update, insert',
    ours: (n) =>
      db.tx(async (t) => {
        await t.sql`select * from items where id = ${id(n)}`
        await t.sql`update items set name = ${`item ${n}`} where id = ${id(n)}`
        await t.insert('log', { item: n, note: 'x' })
      }),
    theirs: (n) =>
      raw.begin(async (t) => {
        await t`select * from items where id = ${id(n)}`
        await t`update items set name = ${`item ${n}`} where id = ${id(n)}`
        await logOne(t, n)
      }),
  },
  // Not the same work: exactly once beside at most once. What the promise costs.
  {
    name: 'insert; autocommit',
    ours: (n) => db.insert('log', { item: n, note: 'x' }),
    theirs: (n) => logOne(raw, n),
  },
  {
    name: 'sql: insert; autocommit',
    ours: (n) => db.sql`insert into log (item, note) values (${n}, ${'x'}) returning *`,
    theirs: (n) => logOne(raw, n),
  },
]

interface Turn {
  readonly perSecond: number
  /** Of this process, a call: what a busy machine does not change as much. */
  readonly cpuUs: number
}

/** So many calls under way at a time. */
async function turn(work: Work): Promise<Turn> {
  const before = process.cpuUsage()
  const startMs = performance.now()
  let calls = 0
  const worker = async () => {
    while (performance.now() - startMs < TURN_MS) await work(calls++)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  const { user, system } = process.cpuUsage(before)
  const perSecond = (calls / (performance.now() - startMs)) * 1000
  return { perSecond, cpuUs: (user + system) / calls }
}

const median = (values: readonly number[]) =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

for (const { name, ours, theirs } of PAIRS.filter((pair) => pair.name.includes(only))) {
  await turn(ours)
  await turn(theirs)
  const turns: { readonly ours: Turn; readonly theirs: Turn }[] = []
  for (let round = 0; round < Number(rounds); round++) {
    // Whoever goes first does so every other time.
    if (round % 2 === 0) turns.push({ ours: await turn(ours), theirs: await turn(theirs) })
    else {
      const first = await turn(theirs)
      turns.push({ ours: await turn(ours), theirs: first })
    }
  }
  const share = median(turns.map((one) => one.ours.perSecond / one.theirs.perSecond))
  const figures = (['ours', 'theirs'] as const).map((who) => {
    const perSecond = median(turns.map((one) => one[who].perSecond))
    const cpuUs = median(turns.map((one) => one[who].cpuUs))
    return `${Math.round(perSecond).toLocaleString('en')}/s (${Math.round(cpuUs)} us)`
  })
  // biome-ignore lint/suspicious/noConsole: a program; these lines are what it is for.
  console.log(
    `${name.padEnd(26)} ours ${figures[0]}  postgres ${figures[1]}  ${(share * 100).toFixed(0)} %`,
  )
}
await Promise.all([db.close(), raw.end()])
await server.stop()
