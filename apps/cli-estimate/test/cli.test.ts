import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { lakebaseEstimate, legacy, shop } from './run-built.js'

const examples = resolve(import.meta.dirname, '../../../examples')
const AS_OF = ['--as-of', '2026-11-23'] as const
const folder = () => mkdtempSync(join(tmpdir(), 'lakebase-estimate-'))
const golden = (name: string) => join(import.meta.dirname, 'golden', name)

/** What differs from run to run, held still. */
function still(text: string): string {
  return text
    .replace(/"generatedAt": "[^"]+"/, '"generatedAt": "2026-11-23T12:00:00.000Z"')
    .replace(/"version": "[^"]+"/, '"version": "0.0.0"')
    .replace(/^(Next +)node \S+/m, '$1lakebase-estimate')
}

test('the sample workload in a terminal', async () => {
  const { code, stdout, stderr } = lakebaseEstimate(
    ['--config', 'shop.yml', ...AS_OF],
    shopFolder(),
  )
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  await expect(still(stdout)).toMatchFileSnapshot(golden('shop.txt'))
})

test.each(['json', 'md', 'csv'])('the sample workload as %s', async (format) => {
  const cwd = shopFolder()
  const { code, stderr } = lakebaseEstimate(
    ['--config', 'shop.yml', ...AS_OF, '-o', `out.${format}`],
    cwd,
  )
  expect({ code, stderr }).toEqual({ code: 0, stderr: `wrote out.${format}\n` })
  const text = readFileSync(join(cwd, `out.${format}`), 'utf8')
  await expect(still(text)).toMatchFileSnapshot(golden(`shop.${format}`))
})

test('the sample workload sized from DDL', async () => {
  const cwd = shopFolder()
  const ddl = join(examples, 'shop/tables.sql')
  copyFileSync(ddl, join(cwd, 'tables.sql'))
  const { code, stdout, stderr } = lakebaseEstimate(
    ['--config', 'shop.yml', '--ddl', 'tables.sql', ...AS_OF],
    cwd,
  )
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  await expect(still(stdout)).toMatchFileSnapshot(golden('shop-ddl.txt'))
})

test('DDL that cannot be read is an error with its place', () => {
  const cwd = shopFolder()
  writeFileSync(join(cwd, 'bad.sql'), 'CREATE TABLE main.shop.orders (order_id BIGINT,, x INT)')
  const { code, stderr } = lakebaseEstimate(['--config', 'shop.yml', '--ddl', 'bad.sql'], cwd)
  expect(code).toBe(3)
  expect(stderr).toContain('error[LB052]')
  expect(stderr).toContain('bad.sql:1:')
})

test('--help names every option, examples and the exit codes', async () => {
  const { code, stdout } = lakebaseEstimate(['--help'])
  expect(code).toBe(0)
  await expect(stdout).toMatchFileSnapshot(golden('help.txt'))
})

test('--version names the prices', () => {
  expect(lakebaseEstimate(['--version']).stdout).toMatch(
    /^lakebase-estimate \d+\.\d+\.\d+ \(prices of 2026-04-10\)\n$/,
  )
})

test('stdout carries one JSON document and stderr nothing', () => {
  const { stdout, stderr, code } = lakebaseEstimate(['--config', shop, '--json', ...AS_OF])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    schemaVersion: 1,
    sizing: { product: 'autoscaling', binding: 'rate', minCu: 8, maxCu: 24, fits: true },
    cost: { currency: 'USD', rateCard: '2026-04-10', asOf: '2026-11-23', complete: true },
    exit: { code: 0, reason: 'ok' },
  })
})

test.each([
  ['typo-in-key', 3],
  ['wrong-unit', 3],
  ['negative', 3],
  ['promotion-150', 3],
  ['unknown-region', 3],
  ['impossible-schedule', 3],
  ['triggered-above-its-interval', 1],
  ['secret-in-file', 1],
  ['empty', 3],
  ['binary', 3],
])('%s.yml: exit %i and a finding that says where and what to do', async (name, exit) => {
  const file = `wrong/${name}.yml`
  const { code, stdout, stderr } = lakebaseEstimate(['--config', file, ...AS_OF])
  expect(code).toBe(exit)
  await expect(still(`${stdout}${stderr}`)).toMatchFileSnapshot(golden(`wrong/${name}.txt`))
})

test('the same failure as JSON: all findings, the exit code, nothing on stderr', () => {
  const { code, stdout, stderr } = lakebaseEstimate(['--config', 'wrong/negative.yml', '--json'])
  expect({ code, stderr }).toEqual({ code: 3, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    errors: [{ level: 'error', file: 'wrong/negative.yml', line: 2 }],
    exit: { code: 3 },
  })
})

test.each([
  [['--confg', 'x'], 2, 'did you mean --config?'],
  [['--config', 'none.yml'], 3, 'there is no such file'],
  [['--config', shop, '--as-of', '2026-02-30'], 2, 'is no day'],
  [['--config', shop, '--cloud', 'amazon'], 2, 'allowed: aws, azure, gcp'],
  [['--config', shop, '--cloud', 'azure'], 3, 'no region given for azure'],
  [['--config', shop, '-o', 'report.pdf'], 2, 'names no format'],
  [['--config', shop, '--max-increase', '10%'], 2, 'needs --compare-to'],
  [['--config', shop, '--compare-to', 'wrong/negative.yml'], 3, 'is not an estimate of ours'],
  [['--config', shop, '--rates', 'wrong/negative.yml'], 3, 'is no JSON'],
  [['rates', 'sell'], 2, 'rates show [card]'],
])('%j ends with %i', (args, exit, message) => {
  const { code, stdout, stderr } = lakebaseEstimate(args)
  expect({ code, stdout }).toEqual({ code: exit, stdout: '' })
  expect(stderr).toContain(message)
})

test('a line without a price makes the total "at least", and exit 6 with --strict', () => {
  const args = ['--config', shop, '--cloud', 'gcp', '--region', 'us-central1', ...AS_OF]
  const { code, stdout } = lakebaseEstimate(args)
  expect(code).toBe(0)
  expect(stdout).toContain('at least $')
  expect(lakebaseEstimate([...args, '--strict']).code).toBe(6)
})

test('finds the workload upwards and says which it took', () => {
  const cwd = shopFolder('workload.yml')
  mkdirSync(join(cwd, 'deep', 'er'), { recursive: true })
  const { code, stdout } = lakebaseEstimate([...AS_OF], join(cwd, 'deep', 'er'))
  expect(code).toBe(0)
  expect(stdout).toContain('took ../../workload.yml')
})

test('replaces its own output, and nobody else’s unless forced', () => {
  const cwd = shopFolder()
  const args = ['--config', 'shop.yml', '-o', 'cost.json', ...AS_OF]
  writeFileSync(join(cwd, 'cost.json'), '{"mine": true}')
  expect(lakebaseEstimate(args, cwd)).toMatchObject({ code: 3, stdout: '' })
  expect(readFileSync(join(cwd, 'cost.json'), 'utf8')).toBe('{"mine": true}')
  expect(lakebaseEstimate([...args, '--force'], cwd).code).toBe(0)
  expect(lakebaseEstimate(args, cwd).code).toBe(0)
  expect(readdirSync(cwd).sort()).toEqual(['cost.json', 'shop.yml'])
})

test('a file of the old accelerator gives its old figures to the cent, each beside ours', async () => {
  const cwd = folder()
  writeFileSync(join(cwd, 'workload_config.yml'), readFileSync(legacy))
  const args = ['--compat', 'reference', ...AS_OF]
  const { code, stdout } = lakebaseEstimate(args, cwd)
  expect(code).toBe(0)
  await expect(still(stdout)).toMatchFileSnapshot(golden('legacy.txt'))
  const { reference, referenceGaps } = JSON.parse(lakebaseEstimate([...args, '--json'], cwd).stdout)
  expect(reference).toMatchObject({
    total_cu: 5000 / 14000 + 2000 / 1500 + 8000 / 10000,
    recommended_cu: 4,
    storage_cost: 86.25,
    continuous_sync_cost: 1096,
    total_monthly_cost: 2354.3611111111113,
  })
  expect(Object.keys(reference)).toHaveLength(17)
  expect(referenceGaps.map((gap: { key: string }) => gap.key)).toEqual(Object.keys(reference))
})

test('reads a workload from stdin', () => {
  const { code, stdout } = lakebaseEstimate(
    ['--config', '-', '--json', ...AS_OF],
    folder(),
    readFileSync(shop, 'utf8'),
  )
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ config: 'stdin', name: 'shop' })
})

test('a query file that is not there is an error, beside the file that names it', () => {
  const cwd = shopFolder()
  const query = (file: string) => `queries:\n  - { name: q, file: ${file} }\n`
  const sample = readFileSync(shop, 'utf8')
  mkdirSync(join(cwd, 'deep'))
  writeFileSync(join(cwd, 'deep', 'q.sql'), 'select 1')
  writeFileSync(join(cwd, 'deep', 'here.yml'), sample + query('q.sql'))
  writeFileSync(join(cwd, 'deep', 'gone.yml'), sample + query('gone.sql'))
  expect(lakebaseEstimate(['--config', 'deep/here.yml', ...AS_OF], cwd).code).toBe(0)
  const { code, stdout } = lakebaseEstimate(['--config', 'deep/gone.yml', ...AS_OF], cwd)
  expect(code).toBe(1)
  expect(stdout).toContain('error[LB040]: query "q": there is no file gone.sql')
})

test('a comment in the file silences a warning about the prices', () => {
  const cwd = shopFolder()
  writeFileSync(
    join(cwd, 'quiet.yml'),
    `# lakebase-ignore LB034: compared with our contract\n${readFileSync(shop, 'utf8')}`,
  )
  const { stdout } = lakebaseEstimate(['--config', 'quiet.yml', ...AS_OF], cwd)
  expect(stdout).toContain('Findings   none')
})

test('compares with an earlier estimate and gates on the increase', () => {
  const cwd = shopFolder()
  lakebaseEstimate(['--config', 'shop.yml', '-o', 'before.json', ...AS_OF], cwd)
  const more = readFileSync(shop, 'utf8').replace('changed_daily_gb: 2', 'changed_daily_gb: 90')
  writeFileSync(join(cwd, 'more.yml'), more)
  const compare = ['--compare-to', 'before.json', ...AS_OF]
  const same = lakebaseEstimate(['--config', 'shop.yml', ...compare, '--max-increase', '0'], cwd)
  expect(same.code).toBe(0)
  expect(same.stdout).toContain('no line changed')
  const grown = lakebaseEstimate(['--config', 'more.yml', ...compare, '--max-increase', '1%'], cwd)
  expect(grown.code).toBe(1)
  expect(grown.stdout).toContain('gate --max-increase 1%: failed')
  // 88 GB more a day, 7 days, 8.7 DSU, $0.023
  expect(grown.stdout).toContain('$123.26')
})

test('prices with a card of the user’s own, and shows what differs from ours', () => {
  const cwd = shopFolder()
  const card = lakebaseEstimate(['rates', 'show', '--json'], cwd).stdout
  writeFileSync(join(cwd, 'mine.json'), card.replace('"percentage": 50', '"percentage": 40'))
  const diff = lakebaseEstimate(['rates', 'diff', 'latest', 'mine.json'], cwd)
  expect(diff.stdout).toMatch(/discounts\.\S+\.percentage +50 +40/)
  const total = (args: readonly string[]) =>
    JSON.parse(lakebaseEstimate(['--config', 'shop.yml', '--json', ...AS_OF, ...args], cwd).stdout)
      .cost.monthly.expected
  expect(total(['--rates', 'mine.json'])).toBeGreaterThan(total([]))
})

test('rates show prints what a unit costs', async () => {
  const { code, stdout } = lakebaseEstimate([
    'rates',
    'show',
    '--cloud',
    'aws',
    '--region',
    'us-east-1',
  ])
  expect(code).toBe(0)
  await expect(stdout).toMatchFileSnapshot(golden('rates-show.txt'))
})

function shopFolder(name = 'shop.yml'): string {
  const cwd = folder()
  writeFileSync(join(cwd, name), readFileSync(shop))
  return cwd
}

test('says once what is missing, with the lines that wait for it', () => {
  const { stdout } = lakebaseEstimate([
    ...['--config', shop, '--cloud', 'gcp', '--region', 'us-central1', ...AS_OF],
  ])
  expect(stdout).toContain('  6 of 8 lines priced')
  expect(stdout).toContain(
    '  missing: DBU per CU-hour of gcp PREMIUM in rate card 2026-04-10 (compute.primary, compute.ha)',
  )
})

test('what a sweep measured of a compute unit stands in place of what is documented, with its source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'estimate-calibration-'))
  const file = join(folder, 'calibration.json')
  const rate = {
    name: 'readsPerSecondPerCu',
    value: 4000,
    source: 'measured: reads on db.example.com:5432/shop with 2 CU',
    asOf: '2026-11-28',
    confidence: 'M',
  }
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, rates: [rate] }))
  const needs = (args: readonly string[]) => {
    const { stdout } = lakebaseEstimate(['--config', shop, '--no-measure', '--json', ...args])
    return JSON.parse(stdout).sizing.needs[0]
  }
  const [documented, measured] = [needs([]), needs(['--calibration', file])]
  expect(measured.cu).toBeLessThan(documented.cu)
  expect(JSON.stringify(measured)).toContain(rate.source)
  writeFileSync(file, JSON.stringify({ schemaVersion: 1, rates: [{ ...rate, value: 0 }] }))
  const wrong = lakebaseEstimate(['--config', shop, '--calibration', file])
  expect(wrong.code).toBe(3)
  expect(wrong.stderr).toContain('rates.0.value')
})
