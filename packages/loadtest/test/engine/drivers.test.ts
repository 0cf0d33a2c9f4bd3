import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { poolDriver } from '../../src/driver/pool-driver.js'
import { postgresDriver } from '../../src/driver/postgres-driver.js'
import type { OpenDriver } from '../../src/driver/session.js'
import { runScenario } from '../../src/run-scenario.js'
import { openDatabase, type TestDatabase } from './open-database.js'
import { poolOf } from './pool-of.js'
import { closed, open, scenarioOf, script } from './scenario-of.js'
import { answered, secondsOf } from './seconds-of.js'

let place: TestDatabase

beforeAll(async () => {
  place = await openDatabase()
})

afterAll(() => place.stop())

const sequence = { kind: 'sequence', from: 1, step: 1 } as const
const DRIVERS: readonly { readonly driver: 'postgres' | 'pg-client'; make: () => OpenDriver }[] = [
  {
    driver: 'postgres',
    make: () =>
      postgresDriver(() => postgres(place.server.url, { max: 1, onnotice: () => undefined })),
  },
  { driver: 'pg-client', make: () => poolDriver(poolOf(place.server.url)) },
]

test.each(DRIVERS)('writes through $driver are committed and counted', async ({ driver, make }) => {
  const table = `written_${driver.replace('-', '_')}`
  await place.sql.unsafe(`create table ${table} (id bigint primary key, tags text[])`)
  const tags = { kind: 'constant', value: ['a', 'b "c"'] } as const
  const write = script(
    ['begin', `insert into ${table} values ($1, $2)`, 'commit'],
    [sequence, tags],
  )
  const scenario = scenarioOf([write], closed(3, 500), { driver, connections: 3 })
  const report = await runScenario(scenario, place.target, { driver: make() })
  expect(report.errors).toEqual([])
  expect(report.total.succeeded).toBeGreaterThan(0)
  expect(report.total.rows).toBe(report.total.succeeded)
  const rows = await place.sql.unsafe(`select count(*)::int, min(tags) as tags from ${table}`)
  expect(rows[0]).toEqual({ count: report.total.succeeded, tags: tags.value })
})

test.each(DRIVERS)('failures through $driver are those of the server', async ({ driver, make }) => {
  const failing = script(['begin', 'select 1 / ($1::int % 2)', 'commit'], [sequence])
  const scenario = scenarioOf([failing], open(100, 300), { driver })
  const report = await runScenario(scenario, place.target, { driver: make() })
  expect(report.total).toMatchObject({ succeeded: 15, failed: 15 })
  expect(report.errors).toMatchObject([{ code: '22012', statement: 's1', count: 15 }])
})

test('a lost connection of postgres is opened again', async () => {
  const table = 'after_restart'
  await place.sql.unsafe(`create table ${table} (id bigint primary key)`)
  const write = script([`insert into ${table} values ($1)`], [sequence])
  const scenario = scenarioOf([write], closed(2, 60_000), { driver: 'postgres', connections: 2 })
  const [first] = DRIVERS
  const seconds = secondsOf()
  const abort = new AbortController()
  const run = runScenario(scenario, place.target, {
    ...(first && { driver: first.make() }),
    signal: abort.signal,
    onProgress: seconds.onProgress,
  })
  await seconds.next(answered)
  await place.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where backend_type = 'client backend' and query like ${`%${table}%`} and pid <> pg_backend_pid()`
  const { second } = await seconds.next(() => true)
  await seconds.next((one) => one.second > second && answered(one))
  abort.abort()
  const report = await run
  expect(report.connecting.opened).toBeGreaterThan(2)
  expect(report.total.failed).toBeLessThanOrEqual(4)
  const [row] = await place.sql.unsafe(`select count(*)::int from ${table}`)
  expect(row?.count).toBeGreaterThanOrEqual(report.total.succeeded)
  expect(row?.count).toBeLessThanOrEqual(report.total.succeeded + report.total.failed)
})

test('a scenario that wants a driver is not run by another', async () => {
  const scenario = scenarioOf([script(['select 1'])], closed(1, 100), { driver: 'postgres' })
  await expect(runScenario(scenario, place.target)).rejects.toMatchObject({ code: 'DRIVER' })
})
