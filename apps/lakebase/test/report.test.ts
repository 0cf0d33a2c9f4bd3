import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { lakebase, root } from './run-built.js'
import { namesOfTheShop } from './shop-names.js'

const SLOW_MS = 60_000
const shop = join(root, 'examples/shop')
const cwd = mkdtempSync(join(tmpdir(), 'lakebase-report-'))
const read = (name: string) => readFileSync(join(cwd, name), 'utf8')

beforeAll(() => {
  const words = ['report', '--config', join(shop, 'workload.yml'), '--no-explain']
  expect(lakebase([...words, '-o', 'report.html', '-o', 'report.json'], cwd).code).toBe(0)
}, SLOW_MS)

test('the page gives back the whole report', () => {
  const { code, stdout } = lakebase(['report', '--from', 'report.html', '--json'], cwd)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual(JSON.parse(read('report.json')))
})

test('a page made from a page is the same page', () => {
  expect(lakebase(['report', '--from', 'report.html', '-o', 'again.html'], cwd).code).toBe(0)
  expect(read('again.html')).toBe(read('report.html'))
})

test('it asks for nothing outside of itself, and runs no script', () => {
  expect(read('report.html')).not.toMatch(/(?:src|href)="(?!#)|url\(|@import/)
  expect(read('report.html').match(/<script[^>]*>/g)).toEqual([
    '<script type="application/json" id="report">',
  ])
})

test('anonymized, it holds no name of the workload, no column and no SQL, and the same figures', () => {
  lakebase(['report', '--from', 'report.html', '--anonymize', '-o', 'to-share.html'], cwd)
  const page = read('to-share.html')
  for (const name of namesOfTheShop()) expect(page, name).not.toMatch(new RegExp(`\\b${name}\\b`))
  expect(page).not.toMatch(/SELECT|array_contains|ai_classify/)
  expect(page).toContain('$1,603')
  expect(page).toContain('table_1')
})

test.each([
  ['a file without a report', '<html></html>', 'it holds no report'],
  ['a report of another form', '{"schemaVersion": 1}', "must have required property 'generator'"],
  ['a file that breaks off', '{"schemaVersion":', 'its JSON cannot be read'],
])('%s is refused', (_, text, why) => {
  writeFileSync(join(cwd, 'other.html'), text)
  const { code, stderr } = lakebase(['report', '--from', 'other.html'], cwd)
  expect(code).toBe(3)
  expect(stderr).toContain(why)
})

test('a workload of which no bundle can be made still gives a report, which says why', () => {
  writeFileSync(join(cwd, 'huge.yml'), 'database_instance: {reads_per_second: 9000000}\n')
  const words = ['report', '--config', 'huge.yml', '--no-explain', '--json']
  const report = JSON.parse(lakebase(words, cwd).stdout)
  expect(report.steps.map(({ id, answer }: Record<string, string>) => `${id} ${answer}`)).toContain(
    'bundle not made',
  )
  expect(report.findings.map(({ ruleId }: Record<string, string>) => ruleId)).toContain('LB010')
})

test('a table that is called as a word of ours is replaced where it is a name, and nowhere else', () => {
  const table = (name: string) =>
    `{name: main.app.${name}, primary_keys: [id], scheduling_policy: SNAPSHOT, schedule: P1D, rows: 1000, size_gb: 1}`
  const tables = ['memory', 'rate', 'compute'].map(table).join(', ')
  writeFileSync(
    join(cwd, 'words.yml'),
    `name: rate\ntarget: {cloud: aws, region: us-east-1, tier: PREMIUM}\ndatabase_instance: {reads_per_second: 8000}\ndelta_synchronization: {tables_per_pipeline: 1, tables_to_sync: [${tables}]}\n`,
  )
  const made = lakebase(
    ['report', '--config', 'words.yml', '--no-explain', '-o', 'words.json'],
    cwd,
  )
  expect([made.code, made.stderr]).toEqual([0, 'wrote words.json\n'])
  const { code, stdout } = lakebase(
    ['report', '--from', 'words.json', '--anonymize', '--json'],
    cwd,
  )
  expect(code).toBe(0)
  expect(stdout.match(/main\.app|app\.memory/)).toBeNull()
  const { estimate } = JSON.parse(stdout)
  expect(estimate.sizing.binding).toBe('rate')
  expect(estimate.tables.map(({ name }: { name: string }) => name)).toEqual([
    'table_1',
    'table_2',
    'table_3',
  ])
  const labels = estimate.cost.lines.map(({ label }: { label: string }) => label).join('\n')
  expect(labels).not.toMatch(/Sync (?:memory|rate|compute)/)
  expect(labels).toContain('Primary compute')
})
