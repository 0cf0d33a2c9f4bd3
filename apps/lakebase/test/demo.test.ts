import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { lakebase } from './run-built.js'

const SLOW_MS = 60_000
const cwd = mkdtempSync(join(tmpdir(), 'lakebase-demo-'))
const inDemo = (path: string) => join(cwd, 'lakebase-demo', path)
let first = { code: 0 as number | null, stdout: '', stderr: '' }

beforeAll(() => {
  first = lakebase(['demo', '--no-load'], cwd)
}, SLOW_MS)

test('goes from the workload to bundle and queries, and names each answer', () => {
  expect(first.stderr).toBe('')
  expect(first.code).toBe(0)
  for (const answer of [
    /^Size +93\.3 GB$/m,
    /^Compute +8–24 CU$/m,
    /^Cost +\$1,603\.16 a month$/m,
    /^Bundle +4 files$/m,
    /^Queries +10 of 11 statements done$/m,
    /9 planned by a PostgreSQL 17 started here/,
    /^Report +lakebase-demo\/report\.html$/m,
  ]) {
    expect(first.stdout).toMatch(answer)
  }
})

test('leaves one folder, with a report under 1 MB', () => {
  expect(readdirSync(cwd)).toEqual(['lakebase-demo'])
  expect(readFileSync(inDemo('report.html')).byteLength).toBeLessThan(1_000_000)
  expect(existsSync(inDemo('bundle/databricks.yml'))).toBe(true)
  expect(readFileSync(inDemo('converted/add_points.sql'), 'utf8')).toContain(
    'UPDATE shop.customers',
  )
})

test('a second run says that nothing changed, and changes nothing', { timeout: SLOW_MS }, () => {
  const report = readFileSync(inDemo('report.html'), 'utf8')
  const { code, stdout } = lakebase(['demo', '--no-load'], cwd)
  expect(code).toBe(0)
  expect(stdout).toMatch(/lakebase-demo: (\d+) files: \1 unchanged/)
  expect(readFileSync(inDemo('report.html'), 'utf8')).toBe(report)
})

test('a sample that was edited is kept, and the demo runs on it', { timeout: SLOW_MS }, () => {
  const edited = readFileSync(inDemo('workload.yml'), 'utf8').replace(
    'reads_per_second: 8000',
    'reads_per_second: 100',
  )
  writeFileSync(inDemo('workload.yml'), edited)
  const { stdout } = lakebase(['demo', '--no-load'], cwd)
  expect(readFileSync(inDemo('workload.yml'), 'utf8')).toBe(edited)
  expect(stdout).not.toMatch(/^Cost +\$1,603\.16/m)
})

test('asks no workspace, whatever the environment has', { timeout: SLOW_MS }, () => {
  const other = mkdtempSync(join(tmpdir(), 'lakebase-demo-'))
  const env = {
    DATABRICKS_HOST: 'https://there-is-none.invalid',
    DATABRICKS_TOKEN: 'not-a-token',
    DATABRICKS_HTTP_PATH: '/sql/1.0/warehouses/none',
    MODEL_NAME: 'none',
  }
  const { code, stdout, stderr } = lakebase(
    ['demo', '--no-load', '--json', '-d', 'there'],
    other,
    '',
    env,
  )
  expect([code, stderr]).toEqual([0, ''])
  expect(JSON.parse(stdout).estimate.cost.monthly.expected).toBeCloseTo(1603.16, 1)
})
