import { afterAll, beforeAll, expect, test } from 'vitest'
import { runScenario } from '../../src/run-scenario.js'
import { openDatabase, type TestDatabase } from './open-database.js'
import { open, scenarioOf, script } from './scenario-of.js'

let place: TestDatabase

beforeAll(async () => {
  place = await openDatabase({ settings: { shared_preload_libraries: 'pg_stat_statements' } })
  await place.sql`create extension pg_stat_statements`
  await place.sql`create table notes (id int primary key, note text)`
  await place.sql`create role guest login`
})

afterAll(() => place.stop())

const sequence = { kind: 'sequence', from: 1, step: 1 } as const
const asleep = script(
  ['select pg_sleep(0.2) as waited', 'insert into notes values ($1)'],
  [sequence],
)

test('tells what the database did: commits, rows, statements and what sessions waited for', async () => {
  const report = await runScenario(scenarioOf([asleep], open(10, 1500)), place.target, {
    workers: 0,
  })
  const { server } = report
  expect(server?.rowsWritten).toBe(15)
  expect(server?.commits).toBeGreaterThanOrEqual(30)
  expect(server?.statements?.[0]).toMatchObject({
    query: 'select pg_sleep($1) as waited',
    calls: 15,
    rows: 15,
  })
  expect(server?.statements?.[0]?.meanMs).toBeGreaterThan(190)
  expect(server?.statements?.map(({ query }) => query)).toContain('insert into notes values ($1)')
  expect(server?.statements?.every(({ query }) => !query.includes('lakebase-loadtest'))).toBe(true)
  expect(server?.waits?.[0]?.event).toBe('Timeout:PgSleep')
})

test('leaves out what the user may not see, and all of it when nobody wants it', async () => {
  await place.sql`revoke all on all tables in schema public from public`
  await place.sql`revoke all on all functions in schema public from public`
  const guest = { ...place.target, user: 'guest' }
  const scenario = scenarioOf([script(['select 1'])], open(50, 300))
  const report = await runScenario(scenario, guest, { workers: 0 })
  expect(report.total.succeeded).toBe(15)
  expect(report.server?.commits).toBeGreaterThanOrEqual(15)
  expect(report.server?.statements).toBeUndefined()
  const none = await runScenario(scenario, guest, { workers: 0, serverFigures: false })
  expect(none.server).toBeUndefined()
})
