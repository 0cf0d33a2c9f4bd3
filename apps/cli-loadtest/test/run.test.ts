import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRun } from '../src/report/read-run.js'
import { folderWith } from './folder-with.js'
import { schemaErrors } from './published-schema.js'
import { lakebaseLoadtest, lakebaseLoadtestBeside } from './run-built.js'
import { SETUP, shopFolder } from './shop.js'

let server: LocalPostgres
let env: Readonly<Record<string, string>>
let sql: ReturnType<typeof postgres>

beforeAll(async () => {
  server = await startPostgres()
  env = { DATABASE_URL: await server.createDatabase() }
  sql = postgres(env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  await sql.unsafe(SETUP)
})

afterAll(async () => {
  await sql.end()
  await server.stop()
})

test('run --embedded needs nothing, and its JSON is as the published schema says', () => {
  const folder = shopFolder()
  const args = ['run', 'loadtest.yml', '--embedded', '--setup', 'setup.sql', '--json']
  const { code, stdout, stderr } = lakebaseLoadtest(args, folder)
  expect(stderr).toContain('starting a PostgreSQL 17 of our own')
  expect(schemaErrors('run', stdout)).toEqual([])
  const report = JSON.parse(stdout)
  expect(code).toBe(0)
  expect(report).toMatchObject({
    ok: true,
    kind: 'run',
    source: 'loadtest.yml',
    run: {
      complete: true,
      scenario: { name: 'small shop', seed: 7 },
      total: { due: 300, succeeded: 300, failed: 0 },
      objectives: [{ holds: true }, { holds: true }],
    },
    exit: { code: 0 },
  })
  expect(readdirSync(folder).sort()).toEqual(['loadtest.yml', 'setup.sql'])
})

test('values that are read from a column stay out of every output', async () => {
  await sql`CREATE TABLE IF NOT EXISTS people (email text)`
  await sql`INSERT INTO people VALUES ('ann@private.example')`
  const folder = folderWith({
    'loadtest.yml': `queries:
  one: { sql: "SELECT :email::text", parameters: { email: { column: people.email } } }
load: { rate: 20/s, arrivals: constant, duration: 1s }
`,
  })
  const args = ['run', 'loadtest.yml', '--json', '-o', 'run.html', '-o', 'run.json']
  const { code, stdout } = lakebaseLoadtest(args, folder, env)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ run: { total: { succeeded: 20 } } })
  for (const name of ['run.html', 'run.json']) {
    const text = readFileSync(join(folder, name), 'utf8')
    expect(text).toContain('SELECT')
    expect(text).not.toContain('private.example')
  }
  expect(stdout).not.toContain('private.example')
  const kept = join(folder, '.lakebase', 'runs')
  for (const name of existsSync(kept) ? readdirSync(kept) : []) {
    expect(readFileSync(join(kept, name), 'utf8')).not.toContain('private.example')
  }
})

test('files of every format come out of one run, each written whole, and written again', () => {
  const folder = shopFolder()
  const outputs = ['run.html', 'run.json', 'run.csv', 'run.series.csv', 'run.hlog']
  const args = ['run', '--duration', '1s', ...outputs.flatMap((name) => ['-o', name])]
  expect(lakebaseLoadtest(args, folder, env).code).toBe(0)
  const { code, stdout, stderr } = lakebaseLoadtest(args, folder, env)
  expect(code).toBe(0)
  expect(stdout).toMatch(/^small shop {2}loadtest.yml\n/)
  expect(stderr).toContain(`wrote ${outputs.join(', ')}`)
  expect(readFileSync(join(folder, 'run.html'), 'utf8')).toContain('<h1>small shop</h1>')
  expect(readRun('run.json', folder).total.succeeded).toBe(100)
})

test('an objective that is not met is exit 1', () => {
  const args = ['run', '--duration', '1s', '--warm-up', '0s', '--slo', 'visit:p99<=1us', '-q']
  const { code, stdout } = lakebaseLoadtest(args, shopFolder(), env)
  expect(code).toBe(1)
  expect(stdout).toContain('FAILS  p99 of visit <= 0.001 ms')
  expect(stdout).toContain('exit 1: 1 of 3 objectives not met')
})

test.each(['postgres', 'pg-client'])('--driver %s runs as an application would', (driver) => {
  const args = ['run', '--driver', driver, '--duration', '1s', '--warm-up', '0s', '--json', '-q']
  const { code, stdout } = lakebaseLoadtest(args, shopFolder(), env)
  expect(JSON.parse(stdout).run).toMatchObject({
    scenario: { driver },
    total: { due: 100, succeeded: 100, failed: 0 },
  })
  expect(code).toBe(0)
})

test('runs that were kept are listed and compared', () => {
  const folder = shopFolder()
  for (const _ of ['before', 'after']) {
    lakebaseLoadtest(['run', '--duration', '1s', '--warm-up', '0s', '--save', '-q'], folder, env)
  }
  const listed = lakebaseLoadtest(['history', '--json'], folder).stdout
  expect(schemaErrors('history', listed)).toEqual([])
  expect(JSON.parse(listed).runs).toHaveLength(2)
  const compared = lakebaseLoadtest(['compare', 'latest~1', 'latest', '--json'], folder).stdout
  expect(schemaErrors('compare', compared)).toEqual([])
  const { code, stdout } = lakebaseLoadtest(['compare', 'latest~1', 'latest'], folder)
  expect(code).toBe(0)
  expect(stdout).toContain('caution: One run on each side')
  expect(stdout).toMatch(/^ {2}p50 +all +[\d.]+ (µs|ms|s)/m)
})

test('a sweep tries rate after rate, and without a knee of the database there is no calibration', () => {
  const folder = shopFolder()
  const args = ['sweep', '--rate', '40', '--max-rate', '80', '--step', '1s', '--step-warm-up', '0s']
  const ended = lakebaseLoadtest(
    [...args, '--confirmations', '0', '--json', '-o', 'sweep.html', '-q'],
    folder,
    env,
  )
  expect(schemaErrors('sweep', ended.stdout)).toEqual([])
  const { kind, sweep } = JSON.parse(ended.stdout)
  expect(kind).toBe('sweep')
  expect(sweep.steps[0]).toMatchObject({ rate: 40, phase: 'climb' })
  // On a machine that is busy the client may be what cannot keep up; either is no knee.
  expect(['above', 'client']).toContain(sweep.outcome.kind)
  expect(ended.code).toBe(sweep.outcome.kind === 'above' ? 0 : 1)
  expect(readFileSync(join(folder, 'sweep.html'), 'utf8')).toContain(
    'aria-labelledby="latency-by-rate-title',
  )
  const calibrating = ['--calibrate', 'c.json', '--cu', '2', '--measures', 'reads', '-q']
  const refused = lakebaseLoadtest([...args, ...calibrating], folder, env)
  expect(refused.stderr).toMatch(/gives no rate: the (highest rate|client)/)
  expect(refused.stdout).toContain('exit 1: The sweep of small shop gives no rate')
  expect(refused.code).toBe(1)
  expect(existsSync(join(folder, 'c.json'))).toBe(false)
})

test('Ctrl-C ends in the report of what there was, and what was acknowledged is in the table', async () => {
  await sql`TRUNCATE visits`
  const args = ['run', '--duration', '60s', '--warm-up', '0s', '-q', '-o', 'partial.json']
  const folder = shopFolder()
  // Not before there is something to report.
  let rows = 0
  const watch = setInterval(async () => {
    rows = (await sql`SELECT FROM visits`).count
  }, 200)
  const ended = await lakebaseLoadtestBeside(args, folder, env, (kill) => {
    if (rows < 50) return false
    kill('SIGINT')
    return true
  })
  clearInterval(watch)
  expect(ended.code).toBe(130)
  expect(ended.stdout).toContain('small shop  partial: interrupted')
  const run = readRun('partial.json', folder)
  const visits = run.scripts.find(({ id }) => id === 'visit')
  const [{ count } = { count: -1 }] = await sql<
    { count: number }[]
  >`SELECT count(*)::int FROM visits`
  expect(run.complete).toBe(false)
  expect(visits?.succeeded).toBeGreaterThan(0)
  expect(count).toBe(visits?.succeeded)
})
