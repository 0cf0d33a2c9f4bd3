import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openScenario, simulateRun } from '../../test/simulate-run.js'
import type { RunReport } from '../report/run-report.js'
import { fileHistory } from './file-history.js'
import { findRun } from './find-run.js'
import type { RunHistory } from './run-history.js'
import { runId } from './run-id.js'
import { tableHistory } from './table-history.js'

function run(day: number): RunReport {
  const scenario = { ...openScenario(50, { seconds: 5 }), name: 'Shop: 10 % "checkout"' }
  const startedAt = `2026-11-${day}T09:00:00.000Z`
  return simulateRun(scenario, { slots: 4, serviceUs: 1000, failEvery: 50 }, { startedAt })
}

let folder: string
let server: LocalPostgres
let sql: postgres.Sql

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'history-'))
  server = await startPostgres()
  sql = postgres(server.url, { max: 1, onnotice: () => undefined })
})
afterAll(async () => {
  await sql?.end()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

const stores: readonly (readonly [string, () => RunHistory])[] = [
  ['files', () => fileHistory(join(folder, '.lakebase', 'runs'))],
  ['a table', () => tableHistory((statement, values) => sql.unsafe(statement, [...values]))],
]

describe.each(stores)('%s', (_, open) => {
  test('has nothing, and makes nothing, before the first run is kept', async () => {
    expect(await open().list()).toEqual([])
    await expect(open().find('latest')).rejects.toThrow('There is no run latest. None is kept yet')
    expect(await readdir(folder)).not.toContain('.nothing')
    expect(await sql`SELECT 1 FROM pg_namespace WHERE nspname = 'lakebase_loadtest'`).toEqual([])
  })

  test('gives back what was kept, newest first', async () => {
    const [older, newer] = [run(27), run(28)]
    const ids = [await open().save(newer), await open().save(older)]
    expect(ids[0]).toMatch(/^20261128T090000Z-shop-10-checkout-[0-9a-f]{8}$/)
    expect(await open().list()).toEqual(ids)
    expect(await open().find('latest')).toEqual(newer)
    expect(await open().find('latest~1')).toEqual(older)
    expect(await open().find('20261127')).toEqual(older)
    expect(await open().find(ids[0] ?? '')).toEqual(newer)
  })

  test('keeps a run once', async () => {
    const before = await open().list()
    expect(before).toContain(await open().save(run(28)))
    expect(await open().list()).toEqual(before)
  })

  test('forgets its traces', async () => {
    await sql`DROP SCHEMA IF EXISTS lakebase_loadtest CASCADE`
  })
})

test('a file that was damaged is named', async () => {
  const history = fileHistory(join(folder, 'damaged'))
  const id = await history.save(run(28))
  const file = join(folder, 'damaged', `${id}.json`)
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, 500))
  await expect(history.find('latest')).rejects.toThrow(`${file} is not JSON`)
})

test('nothing of a save is left beside the file', async () => {
  await fileHistory(join(folder, 'clean')).save(run(28))
  expect(await readdir(join(folder, 'clean'))).toHaveLength(1)
})

test('a scenario whose name has no letters still has an id', () => {
  const report = { ...run(28), scenario: { ...run(28).scenario, name: '???' } }
  expect(runId(report, 'x')).toMatch(/^20261128T090000Z-[0-9a-f]{8}$/)
})

describe('an id is found', () => {
  const ids = ['20261128T1-b', '20261128T1-a', '20261127T1-a']
  test.each([
    ['latest', '20261128T1-b'],
    ['latest~2', '20261127T1-a'],
    ['20261127', '20261127T1-a'],
    ['20261128T1-a', '20261128T1-a'],
  ])('%s', (text, id) => expect(findRun(ids, text)).toBe(id))

  test.each([
    ['20261128', /beginning of 2 runs: 20261128T1-b, 20261128T1-a\. Write more/],
    ['2025', /No run begins with "2025"\. Kept are 3/],
    ['', /No run begins with/],
    ['latest~3', /There is no run latest~3/],
  ])('%s is refused', (text, message) => expect(() => findRun(ids, text)).toThrow(message))
})
