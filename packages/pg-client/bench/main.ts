import { startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { lakebase } from '../src/index.js'

// `bench [rounds] [in flight]`: queries a second beside the driver alone, on one server, taking turns.
const [rounds = '15', inFlight = '8'] = process.argv.slice(2)
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
    name: 'write: insert; begin, commit',
    ours: (n) => db.insert('log', { item: n, note: 'x' }),
    theirs: (n) =>
      raw.begin((t) => t`insert into log (item, note) values (${n}, ${'x'}) returning *`),
  },
  {
    name: 'write: insert; autocommit',
    ours: (n) => db.insert('log', { item: n, note: 'x' }),
    theirs: (n) => raw`insert into log (item, note) values (${n}, ${'x'}) returning *`,
  },
  {
    name: 'sql: insert; autocommit',
    ours: (n) => db.sql`insert into log (item, note) values (${n}, ${'x'}) returning *`,
    theirs: (n) => raw`insert into log (item, note) values (${n}, ${'x'}) returning *`,
  },
]

/** Calls a second, so many under way at a time. */
async function turn(work: Work): Promise<number> {
  const startMs = performance.now()
  let calls = 0
  const worker = async () => {
    while (performance.now() - startMs < TURN_MS) await work(calls++)
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  return (calls / (performance.now() - startMs)) * 1000
}

const median = (values: readonly number[]) =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

for (const { name, ours, theirs } of PAIRS) {
  await turn(ours)
  await turn(theirs)
  const turns: { readonly ours: number; readonly theirs: number }[] = []
  for (let round = 0; round < Number(rounds); round++) {
    // Whoever goes first does so every other time.
    if (round % 2 === 0) turns.push({ ours: await turn(ours), theirs: await turn(theirs) })
    else {
      const first = await turn(theirs)
      turns.push({ ours: await turn(ours), theirs: first })
    }
  }
  const share = median(turns.map((one) => one.ours / one.theirs))
  const figures = [median(turns.map((one) => one.ours)), median(turns.map((one) => one.theirs))]
  const [mine, driver] = figures.map((figure) => Math.round(figure).toLocaleString('en'))
  // biome-ignore lint/suspicious/noConsole: a program; these lines are what it is for.
  console.log(
    `${name.padEnd(30)} ours ${mine}/s  postgres ${driver}/s  ${(share * 100).toFixed(0)} %`,
  )
}
await Promise.all([db.close(), raw.end()])
await server.stop()
