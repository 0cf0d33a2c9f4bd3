import { startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { generate } from 'selfsigned'
import { poolDriver } from '../src/driver/pool-driver.js'
import { postgresDriver } from '../src/driver/postgres-driver.js'
import type { Target } from '../src/target.js'
import { makeAccounts } from './accounts.js'
import { CASES, type Case } from './cases.js'
import { RATE_TIMING, type RateResult, runFixedRate } from './fixed-rate.js'
import { openPgPool } from './pg-pool.js'
import { pgbenchVersion } from './pgbench.js'
import { caseLine, rateLines, TITLE } from './print.js'
import { startProgress } from './progress.js'
import { CASE_TIMING, type CaseResult, runCase } from './run-case.js'
import { selectOnly } from './workload.js'

// `bench [rounds] [words of the cases' names]`: the engine beside pgbench, taking turns on one server.
const [roundsText = '7', ...words] = process.argv.slice(2)
const rounds = Number(roundsText)
const wanted = (name: string) => words.length === 0 || words.some((word) => name.includes(word))

function print(line: string): void {
  // biome-ignore lint/suspicious/noConsole: a program; these lines are what it is for.
  console.log(line)
}

const version = await pgbenchVersion()
const compare = version !== undefined
const settings = { shared_buffers: '512MB', max_connections: '200', max_wal_size: '4GB' }
const results: CaseResult[] = []
const atRates: RateResult[] = []

const beside = { workload: selectOnly, clients: 8, workers: 1, tls: false, goal: { perSecond: 0 } }
const ofPostgres = { ...beside, name: 'driver postgres, 8' }
const ofPg = { ...beside, name: 'driver pg, 8' }
const plain = CASES.filter(({ tls, name }) => !tls && wanted(name))
const secure = CASES.filter(({ tls, name }) => tls && wanted(name))
const drivers = [ofPostgres, ofPg].filter(({ name }) => wanted(name))
const rates = [1000, 2000].filter((rate) => wanted(`rate ${rate}`))
const progress = startProgress(
  [
    ...[...plain, ...secure, ...drivers].map(() => ({ timing: CASE_TIMING })),
    ...rates.map(() => ({ timing: RATE_TIMING })),
  ],
  rounds,
)

async function withServer(tls: boolean, work: (target: Target) => Promise<void>): Promise<void> {
  const pems = tls ? await generate([{ name: 'commonName', value: 'localhost' }]) : undefined
  const server = await startPostgres({
    settings,
    ...(pems && { tls: { certificate: pems.cert, key: pems.private } }),
  })
  try {
    await makeAccounts(server)
    const { host, port, user } = server
    await work({ ...{ host, port, user, database: 'postgres' }, tls: tls && { mode: 'require' } })
  } finally {
    await server.stop()
  }
}

async function show(one: Case, target: Target, driver?: ReturnType<typeof postgresDriver>) {
  progress(one.name, CASE_TIMING)
  const options = { target, rounds, compare, ...(driver && { driver }) }
  const result = await runCase(one, options)
  results.push(result)
  print(caseLine(result))
}

async function showDrivers(target: Target): Promise<void> {
  const { host, port, user, database } = target
  if (drivers.includes(ofPostgres)) {
    const connect = () => postgres({ host, port, user, database, max: 1 })
    await show(ofPostgres, target, postgresDriver(connect))
  }
  if (drivers.includes(ofPg)) {
    const pool = openPgPool({ host, port, user, database, max: ofPg.clients })
    await show(ofPg, target, poolDriver(pool))
    await pool.end()
  }
}

async function showRate(rate: number, target: Target): Promise<void> {
  progress(`rate ${rate}`, RATE_TIMING)
  const result = await runFixedRate(target, rate, { rounds, compare })
  for (const line of rateLines(result)) print(line)
  atRates.push(result)
}

print(version ? `beside ${version}` : 'pgbench is not on the PATH: figures of the engine alone')
print(TITLE)
if (plain.length + drivers.length + rates.length > 0)
  await withServer(false, async (target) => {
    for (const one of plain) await show(one, target)
    await showDrivers(target)
    for (const rate of rates) await showRate(rate, target)
  })
if (secure.length > 0)
  await withServer(true, async (target) => {
    for (const one of secure) await show(one, target)
  })
print(JSON.stringify({ pgbench: version ?? null, rounds, results, rates: atRates }))
