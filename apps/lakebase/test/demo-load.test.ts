import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { lakebase } from './run-built.js'
import { namesOfTheShop } from './shop-names.js'
import { shortDemo } from './short-demo.js'

/** A busy machine takes its time; nothing below depends on how long. */
const SLOW_MS = 300_000
const cwd = mkdtempSync(join(tmpdir(), 'lakebase-demo-load-'))
const inDemo = (path: string) => join(cwd, 'lakebase-demo', path)
const page = () => readFileSync(inDemo('report.html'), 'utf8')
let first = { code: 0 as number | null, stdout: '', stderr: '' }

beforeAll(() => {
  first = shortDemo(cwd)
}, SLOW_MS)

test('loads a PostgreSQL of its own, and says what the figures are said of', () => {
  expect([first.code, first.stderr]).toEqual([0, ''])
  expect(first.stdout).toMatch(/^Load {6}\S+\/s, half within .+, 99% within .+$/m)
  expect(first.stdout).toMatch(/said of a PostgreSQL 17 on this machine, not of Lakebase/)
  expect(first.stdout).toMatch(/of 3 objectives held$/m)
  expect(page().includes('Said of this machine, not of Lakebase.')).toBe(true)
})

test('proposes indexes that a plan uses, and loads the same again with them', () => {
  expect(first.stdout).toMatch(/^Indexes +\d missing$/m)
  const { indexes, run } = loadTest()
  const statements = indexes.advice.proposals.map(({ statement }) => statement)
  expect(statements).toContainEqual(expect.stringContaining('ON shop.orders (customer_id'))
  for (const { queries } of indexes.advice.proposals) {
    for (const { costBefore, costAfter } of queries) expect(costAfter).toBeLessThan(costBefore)
  }
  // An open loop has the same arrivals, whatever the database does.
  expect(indexes.after.total.due).toBe(run.total.due)
})

test('the report has the curve, the run over time and the plans, below 1 MB', () => {
  const parts = [
    'latency-curve-title',
    'rate-over-time-title',
    'with-indexes-curve-title',
    'queries',
  ]
  for (const id of parts) expect(page().includes(`id="${id}"`), id).toBe(true)
  expect(page().includes('Both plans')).toBe(true)
  expect(Buffer.byteLength(page())).toBeLessThan(1_000_000)
})

test('no value that was sent is in the report', () => {
  const steps = loadTest().run.scenario.scripts.flatMap((script) => script.steps)
  expect(steps.map(({ kind }) => kind)).not.toContain('set')
  expect(page().match(/"values":/)).toBeNull()
})

test('leaves one folder, and gives the whole report back', () => {
  expect(readdirSync(cwd)).toEqual(['lakebase-demo'])
  const { stdout } = lakebase(['report', '--from', inDemo('report.html'), '--json'], cwd)
  expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(inDemo('report.json'), 'utf8')))
})

test('anonymized, the load test holds no name and no SQL', () => {
  const shared = join(cwd, 'lakebase-demo', 'to-share.html')
  expect(
    lakebase(['report', '--from', inDemo('report.html'), '--anonymize', '-o', shared]).code,
  ).toBe(0)
  const text = readFileSync(shared, 'utf8')
  const found = [...namesOfTheShop()].filter((name) => new RegExp(`\\b${name}\\b`).test(text))
  expect(found).toEqual([])
  expect(text.match(/CREATE INDEX|Seq Scan on [a-z]|SELECT/)).toBeNull()
  expect(text.includes('id="with-indexes-curve-title"')).toBe(true)
})

test('a run that was kept is put into a report of its own', { timeout: SLOW_MS }, () => {
  writeFileSync(join(cwd, 'run.json'), JSON.stringify(loadTest().run))
  const words = ['report', '--config', inDemo('workload.yml'), '--no-explain', '--run']
  const { code, stdout } = lakebase([...words, 'run.json', '-o', 'loaded.html'], cwd)
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/said of PostgreSQL 17\S+ at \[local\]/),
  ])
  const loaded = readFileSync(join(cwd, 'loaded.html'), 'utf8')
  expect(loaded.includes('id="latency-curve-title"')).toBe(true)
  const other = lakebase([...words, inDemo('report.json')], cwd)
  expect([other.code, other.stderr]).toEqual([3, expect.stringContaining('no report of a run')])
})

interface LoadTest {
  readonly run: {
    readonly scenario: { readonly scripts: readonly { steps: readonly { kind: string }[] }[] }
    readonly total: { readonly due: number }
  }
  readonly indexes: {
    readonly advice: {
      readonly proposals: readonly {
        readonly statement: string
        readonly queries: readonly { readonly costBefore: number; readonly costAfter: number }[]
      }[]
    }
    readonly after: { readonly total: { readonly due: number } }
  }
}

function loadTest(): LoadTest {
  return JSON.parse(readFileSync(inDemo('report.json'), 'utf8')).loadTest
}
