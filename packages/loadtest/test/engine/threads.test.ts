import { afterAll, beforeAll, expect, test } from 'vitest'
import { runScenario } from '../../src/run-scenario.js'
import { type Certificates, certificatesFor } from './certificates.js'
import { openDatabase, type TestDatabase } from './open-database.js'
import { closed, open, scenarioOf, script } from './scenario-of.js'
import { answered } from './seconds-of.js'

let place: TestDatabase
let certificates: Certificates

beforeAll(async () => {
  certificates = await certificatesFor('db.test', '127.0.0.1')
  place = await openDatabase({ auth: 'scram', tls: certificates })
})

afterAll(() => place.stop())

const sequence = { kind: 'sequence', from: 1, step: 1 } as const

test('threads share the arrivals of one schedule, each value of a sequence comes once', async () => {
  await place.sql`create table shared (id bigint primary key)`
  const write = script(['insert into shared values ($1)'], [sequence])
  let asked = 0
  const target = {
    ...place.target,
    tls: { mode: 'verify-full', ca: certificates.ca } as const,
    password: async () => {
      asked++
      return place.server.password ?? ''
    },
  }
  const seen: number[] = []
  const report = await runScenario(
    scenarioOf([write], open(400, 2000), { connections: 5 }),
    target,
    {
      workers: 3,
      onProgress: ({ second, succeeded }) => {
        seen[second] = succeeded
      },
    },
  )
  expect(report.generator.workers).toBe(3)
  expect(report.total).toMatchObject({ due: 800, succeeded: 800, failed: 0 })
  expect(report.connecting.opened).toBe(5)
  expect(report.target.tls).toBe(true)
  expect(asked).toBe(6)
  const [row] = await place.sql`select count(*)::int, max(id)::int from shared`
  expect(row).toMatchObject({ count: 800 })
  // One answered behind the end may be in a second that is not over.
  expect(seen.length).toBeGreaterThanOrEqual(2)
  expect(seen.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0)
})

test('shards of a run do together what one process would have done', async () => {
  await place.sql`create table sharded (id bigint primary key)`
  const write = script(['insert into sharded values ($1)'], [sequence])
  const target = {
    ...place.target,
    tls: { mode: 'require' } as const,
    password: () => place.server.password ?? '',
  }
  // Enough for a machine that has much else to do.
  const startAt = Date.now() + 15_000
  const scenario = scenarioOf([write], open(300, 1000), { connections: 4 })
  const reports = await Promise.all(
    [0, 1].map((index) =>
      runScenario(scenario, target, { workers: 1, shard: { index, count: 2 }, startAt }),
    ),
  )
  expect(reports.map(({ total }) => total.succeeded)).toEqual([150, 150])
  expect(reports.map(({ startedAt }) => Date.parse(startedAt))).toEqual([startAt, startAt])
  const [row] = await place.sql`select count(*)::int, min(id)::int, max(id)::int from sharded`
  expect(row).toEqual({ count: 300, min: 1, max: 300 })
})

test('an abort reaches all threads', async () => {
  const slow = script(['select pg_sleep(0.01)'])
  const abort = new AbortController()
  const target = {
    ...place.target,
    tls: { mode: 'require' } as const,
    password: () => place.server.password ?? '',
  }
  const report = await runScenario(scenarioOf([slow], closed(4, 600_000)), target, {
    workers: 2,
    signal: abort.signal,
    onProgress: (second) => answered(second) && abort.abort(),
  })
  // Its 600 s would be over the test's own limit.
  expect(report.complete).toBe(false)
})

test('a target that lets nobody in is refused before anything runs', async () => {
  const target = {
    ...place.target,
    tls: { mode: 'require' } as const,
    password: () => 'wrong',
  }
  const run = runScenario(scenarioOf([script(['select 1'])], closed(1, 100)), target)
  await expect(run).rejects.toMatchObject({ code: 'AUTHENTICATION' })
  const closedPort = runScenario(scenarioOf([script(['select 1'])], closed(1, 100)), {
    ...target,
    port: 1,
  })
  await expect(closedPort).rejects.toMatchObject({ code: 'CONNECT' })
})
