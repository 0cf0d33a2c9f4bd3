import { afterAll, beforeAll, expect, test } from 'vitest'
import { runScenario } from '../../src/run-scenario.js'
import { openDatabase, type TestDatabase } from './open-database.js'
import { closed, open, scenarioOf, script } from './scenario-of.js'
import { answered, secondsOf } from './seconds-of.js'

let place: TestDatabase
const here = { workers: 0 }

beforeAll(async () => {
  place = await openDatabase()
  await place.sql`create table items (id bigint primary key, note text)`
  await place.sql`insert into items select n, 'item ' || n from generate_series(1, 1000) n`
})

afterAll(() => place.stop())

async function freshTable(): Promise<string> {
  const name = `written_${Math.random().toString(36).slice(2)}`
  await place.sql.unsafe(`create table ${name} (id bigint primary key, worker int)`)
  return name
}

async function countOf(table: string): Promise<number> {
  const [row] = await place.sql.unsafe(`select count(*)::int as count from ${table}`)
  return row?.count
}

const byKey = script(
  ['select note from items where id = $1'],
  [{ kind: 'uniform', from: 1, to: 1000 }],
)
const sequence = { kind: 'sequence', from: 1, step: 1 } as const

test("reads by key in a closed loop and counts rows, bytes and the database's own figures", async () => {
  const report = await runScenario(scenarioOf([byKey], closed(4, 500)), place.target, here)
  expect(report.complete).toBe(true)
  expect(report.total.failed).toBe(0)
  expect(report.total.succeeded).toBeGreaterThan(0)
  expect(report.total.rows).toBe(report.total.succeeded)
  expect(report.statements[0]?.executed).toBe(report.total.succeeded)
  expect(report.total.bytesReceived).toBeGreaterThan(report.total.succeeded * 30)
  expect(report.connecting.opened).toBe(4)
  expect(report.target.serverVersion).toMatch(/^17/)
  expect(report.server?.commits).toBeGreaterThanOrEqual(report.total.succeeded)
})

test('an open loop brings exactly the arrivals that its rate says', async () => {
  const report = await runScenario(scenarioOf([byKey], open(300, 1000)), place.target, here)
  expect(report.total.due).toBe(300)
  expect(report.total.succeeded).toBe(300)
  expect(report.generator.connectionWait?.count).toBe(300)
  expect(report.generator.scheduleLag?.count).toBeGreaterThan(0)
})

test('keeps to a ramp and to its stages, and leaves out the warm-up', async () => {
  const stage = (name: string, fromRate: number, toRate: number, measured: boolean) => ({
    ...{ name, fromRate, toRate, measured },
    durationMs: 1000,
  })
  const report = await runScenario(
    scenarioOf([byKey], {
      model: 'open',
      arrivals: 'constant',
      stages: [
        stage('warm-up', 100, 100, false),
        stage('ramp', 100, 500, true),
        stage('spike', 800, 800, true),
      ],
    }),
    place.target,
    here,
  )
  expect(report.total.due).toBe(300 + 800)
  expect(report.total.succeeded).toBe(1100)
  expect(report.series.map(({ due }) => due).slice(0, 3)).toEqual([100, 300, 800])
  expect(report.measuredSeconds).toBe(2)
})

test('rows in the table are as many as the acknowledged inserts', async () => {
  const table = await freshTable()
  const insert = script([`insert into ${table} values ($1, 1)`], [sequence])
  const report = await runScenario(scenarioOf([insert], closed(4, 500)), place.target, here)
  expect(report.total.succeeded).toBeGreaterThan(0)
  expect(await countOf(table)).toBe(report.total.succeeded)
})

test('a transaction of several statements is committed as one and counted as one', async () => {
  const table = await freshTable()
  const two = script(
    [
      'begin',
      `insert into ${table} values ($1, 1)`,
      `insert into ${table} values (-($1::bigint), 2)`,
      'commit',
    ],
    [sequence],
  )
  const report = await runScenario(scenarioOf([two], closed(4, 300)), place.target, here)
  expect(report.total.failed).toBe(0)
  expect(await countOf(table)).toBe(report.total.succeeded * 2)
  expect(report.statements.map(({ executed }) => executed)).toEqual(
    Array.from({ length: 4 }, () => report.total.succeeded),
  )
})

test('a pipeline goes out behind one Sync and is one implicit transaction', async () => {
  const table = await freshTable()
  const three = script(
    [
      `insert into ${table} values ($1, 1)`,
      `insert into ${table} values (-($1::bigint), 2)`,
      'select 1/(1 - ($1::bigint % 2))',
    ],
    [sequence],
    { pipeline: 1 },
  )
  const report = await runScenario(scenarioOf([three], closed(2, 300)), place.target, here)
  expect(report.errors).toMatchObject([{ code: '22012', statement: 's2' }])
  expect(report.total.failed).toBeGreaterThan(0)
  expect(await countOf(table)).toBe(report.total.succeeded * 2)
})

test('a failed statement is a failure by its SQLSTATE, and its transaction is rolled back', async () => {
  const table = await freshTable()
  const odd = script(
    ['begin', `insert into ${table} values ($1, 1)`, 'select 1/(1 - ($1::bigint % 2))', 'commit'],
    [sequence],
  )
  const report = await runScenario(scenarioOf([odd], closed(3, 300)), place.target, here)
  const { failed, succeeded } = report.total
  expect(failed).toBeGreaterThan(0)
  expect(report.errors).toMatchObject([
    {
      code: '22012',
      script: 'script',
      statement: 's2',
      message: 'division by zero',
      count: failed,
    },
  ])
  expect(report.total.response.count).toBe(succeeded)
  expect(await countOf(table)).toBe(succeeded)
})

test('a statement that cannot be prepared fails each time by its own code', async () => {
  const missing = script(['select * from no_such_table'])
  const report = await runScenario(scenarioOf([missing], open(50, 400)), place.target, here)
  expect(report.total).toMatchObject({ succeeded: 0, failed: 20 })
  expect(report.errors).toMatchObject([{ code: '42P01', count: 20 }])
})

test('a statement about a table that an earlier one makes is prepared when its turn comes', async () => {
  const temporary = script([
    'create temporary table if not exists scratch (n int)',
    'insert into scratch values (1)',
    'select count(*) from scratch',
  ])
  const report = await runScenario(scenarioOf([temporary], open(50, 400)), place.target, here)
  expect(report.errors).toEqual([])
  expect(report.total.succeeded).toBe(20)
})

test('a script that ends within its transaction fails and leaves nothing behind', async () => {
  const table = await freshTable()
  const left = script(['begin', `insert into ${table} values ($1, 1)`], [sequence])
  const report = await runScenario(scenarioOf([left], open(50, 200)), place.target, here)
  expect(report.total.succeeded).toBe(0)
  expect(report.errors).toMatchObject([{ code: '25000', count: 10 }])
  expect(await countOf(table)).toBe(0)
})

test('transactions that fail by serialization are tried again up to the limit', async () => {
  const table = await freshTable()
  await place.sql.unsafe(`insert into ${table} values (1, 0)`)
  const count = script([
    'begin isolation level serializable',
    `update ${table} set worker = worker + 1 where id = 1`,
    'commit',
  ])
  const run = (maxTries: number) =>
    runScenario(scenarioOf([count], closed(4, 500), { maxTries }), place.target, here)
  const once = await run(1)
  expect(once.errors).toMatchObject([{ code: '40001' }])
  expect(once.total.retries).toBe(0)
  const often = await run(50)
  expect(often.total.retries).toBeGreaterThan(0)
  expect(often.total.failed).toBeLessThan(once.total.failed)
  const [row] = await place.sql.unsafe(`select worker from ${table}`)
  expect(row?.worker).toBe(once.total.succeeded + often.total.succeeded)
})

test('a statement that takes too long is cancelled on the server', async () => {
  const slow = script(['select pg_sleep(60) /* too long */'])
  const scenario = scenarioOf([slow], open(4, 500), { statementTimeoutMs: 150, connections: 2 })
  const report = await runScenario(scenario, place.target, here)
  expect(report.errors).toMatchObject([{ code: 'timeout', count: 2 }])
  expect(report.total.failure.max).toBeLessThan(30_000_000)
  const running = await place.sql`
    select pid from pg_stat_activity where query like '%too long%' and state = 'active' and pid <> pg_backend_pid()`
  expect(running).toHaveLength(0)
})

test('arrivals that find no connection wait, and their wait is in the response time', async () => {
  const slow = script(['select pg_sleep(0.05)'])
  const scenario = scenarioOf([slow], open(100, 500), { connections: 2 })
  const report = await runScenario(scenario, place.target, here)
  expect(report.total).toMatchObject({ due: 50, succeeded: 50 })
  expect(report.generator.longestQueue).toBeGreaterThan(10)
  expect(report.generator.connectionWait?.max).toBeGreaterThan(300_000)
  expect(report.total.response.max).toBeGreaterThan(400_000)
  expect(report.total.service.p50).toBeLessThan(report.total.response.p50)
})

test('a server that stands still for a second shows in the tail of an open loop', async () => {
  const scenario = scenarioOf([byKey], open(500, 3000), { connections: 8 })
  const seconds = secondsOf()
  const { onProgress } = seconds
  const run = runScenario(scenario, place.target, { ...here, onProgress })
  await seconds.next(answered)
  await place.sql.begin(async (lock) => {
    await lock`lock table items in access exclusive mode`
    await new Promise((resolve) => setTimeout(resolve, 1000))
  })
  const report = await run
  expect(report.total).toMatchObject({ due: 1500, succeeded: 1500 })
  expect(report.total.response.p99).toBeGreaterThan(800_000)
  expect(report.total.response.p50).toBeLessThan(report.total.response.p99 / 2)
})

test('users think between their transactions, and ask for no connection meanwhile', async () => {
  const thinking = { ...byKey, thinkMs: { kind: 'constant', value: 100 } } as const
  const scenario = scenarioOf([thinking], closed(10, 1000), { connections: 2 })
  const report = await runScenario(scenario, place.target, here)
  expect(report.total.succeeded).toBeGreaterThan(20)
  expect(report.total.succeeded).toBeLessThanOrEqual(100)
})

test('an abort lets what runs end and gives the report up to then', async () => {
  const table = await freshTable()
  const insert = script(
    [`insert into ${table} values ($1, 1)`, 'select pg_sleep(0.01)'],
    [sequence],
  )
  const abort = new AbortController()
  const report = await runScenario(scenarioOf([insert], closed(4, 60_000)), place.target, {
    ...here,
    signal: abort.signal,
    onProgress: (second) => answered(second) && abort.abort(),
  })
  expect(report.complete).toBe(false)
  expect(report.total.succeeded).toBeGreaterThan(0)
  expect(report.total.failed).toBe(0)
  expect(await countOf(table)).toBe(report.total.succeeded)
})

test('a restart in the middle loses what ran, and nothing that was acknowledged', async () => {
  const table = await freshTable()
  const insert = script([`insert into ${table} values ($1, 1)`], [sequence])
  const seconds = secondsOf()
  const abort = new AbortController()
  const run = runScenario(scenarioOf([insert], closed(4, 60_000)), place.target, {
    ...here,
    signal: abort.signal,
    onProgress: seconds.onProgress,
  })
  await seconds.next(answered)
  await place.server.restart()
  const { second } = await seconds.next(() => true)
  // The next one began after the restart: what it has was answered by the new server.
  await seconds.next((one) => one.second > second && answered(one))
  abort.abort()
  const report = await run
  expect(report.connecting.opened).toBeGreaterThan(4)
  expect(report.total.failed).toBeGreaterThan(0)
  expect(report.total.failed).toBeLessThanOrEqual(4 * 2)
  expect(await countOf(table)).toBe(report.total.succeeded)
})
