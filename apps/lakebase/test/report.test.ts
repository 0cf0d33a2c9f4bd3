import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { lakebase, root } from './run-built.js'

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

/** Tables, columns, literals and files that only this workload has: words with a sign of their own. */
function namesOfTheShop(): ReadonlySet<string> {
  const files = ['workload.yml', 'tables.sql', ...readdirSync(join(shop, 'queries'))]
  const texts = files.map((name) =>
    readFileSync(
      join(shop, name.endsWith('.sql') && name !== 'tables.sql' ? 'queries' : '', name),
      'utf8',
    ),
  )
  const columns = [...(texts[1] ?? '').matchAll(/^ {2}([a-z]+_[a-z_]+) /gm)].map(
    ([, name = '']) => name,
  )
  const tables = [...(texts[0] ?? '').matchAll(/name: main\.shop\.(\w+)/g)].map(
    ([, name = '']) => name,
  )
  const others = ['shop', 'nightly', 'hourly', 'voucher', 'restock', 'loyalty', 'low_stock']
  const names = new Set([...columns, ...tables.filter((name) => name.includes('_')), ...others])
  expect(names.size).toBeGreaterThan(20)
  return names
}
