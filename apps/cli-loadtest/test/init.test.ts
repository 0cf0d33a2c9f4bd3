import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseScenario } from '@lakebase/loadtest'
import { expect, test } from 'vitest'
import { schemaErrors } from './published-schema.js'
import { lakebaseLoadtest } from './run-built.js'

const shop = resolve(import.meta.dirname, '../../../examples/shop')

function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'loadtest-init-'))
}

const TINY = `name: carts
database_instance: { reads_per_second: 40, connections: 12 }
tables:
  - name: public.cart
    primary_keys: [id]
    rows: 500
    columns: [{ name: id, type: BIGINT }, { name: owner, type: STRING }, { name: total, type: "DECIMAL(10,2)" }]
queries:
  - { name: my carts, sql: "SELECT id, total FROM cart WHERE owner = :owner LIMIT :most", weight: 9, expected_ms: 2000 }
  - { name: new cart, file: sql/new_cart.sql, weight: 1 }
`

function tinyFolder(workload = TINY): string {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'sql'))
  writeFileSync(join(folder, 'workload.yml'), workload)
  writeFileSync(
    join(folder, 'sql/new_cart.sql'),
    'INSERT INTO cart (id, owner, total) VALUES (:id, :owner, :total);\n',
  )
  return folder
}

function read(folder: string, name = 'loadtest.yml') {
  const text = readFileSync(join(folder, name), 'utf8')
  const parsed = parseScenario(text, name, {
    readText: (path) => readFileSync(join(folder, path), 'utf8'),
  })
  return { text, ...parsed }
}

test('a tiny workload becomes a scenario that says where each figure is from, and runs', () => {
  const folder = tinyFolder()
  const { code, stderr } = lakebaseLoadtest(['init'], folder)
  expect(code).toBe(0)
  expect(stderr).toContain('taking workload.yml')
  expect(stderr).toContain('my carts :most (a LIMIT)')
  expect(stderr).toContain('new cart :id (stored in cart.id, a key that has to be new)')
  expect(stderr).toContain('wrote loadtest.yml with 2 queries')
  const { text, scenarios, findings } = read(folder)
  expect(findings).toEqual([])
  expect(text).toMatch(/^# yaml-language-server: \$schema=https:/)
  expect(text).toContain('rate: 40/s # reads_per_second of the workload')
  expect(text).toContain('connections: 12 # connections of the workload')
  expect(text).toContain('most: { choice: [ 10, 25, 50 ] } # guessed: a LIMIT')
  expect(text).toMatch(/^parameters:\n {2}owner: \{ column: public\.cart\.owner \}/m)
  expect(scenarios?.[0].scripts.map(({ id, weight }) => [id, weight])).toEqual([
    ['my carts', 9],
    ['new cart', 1],
  ])
  expect(scenarios?.[0].objectives).toEqual([
    { metric: 'mean', atMostMs: 2000, script: 'my carts' },
  ])
  const times = ['--duration', '2s', '--warm-up', '0s']
  const run = lakebaseLoadtest(
    ['run', '--embedded', '--scale', '1', ...times, '--json', '-q'],
    folder,
  )
  const { total, scripts } = JSON.parse(run.stdout).run
  expect(run.stderr).toBe('')
  expect(total).toMatchObject({ failed: 0 })
  expect(scripts.map((one: { succeeded: number }) => one.succeeded > 0)).toEqual([true, true])
  expect(run.code).toBe(0)
})

test('the converted queries of the sample become a scenario that runs, with the converter’s functions', () => {
  const folder = emptyFolder()
  for (const name of ['workload.yml', 'tables.sql']) cpSync(join(shop, name), join(folder, name))
  mkdirSync(join(folder, 'queries'))
  writeFileSync(
    join(folder, 'queries/orders_of_customer.sql'),
    `-- Parameters of statement 1 (line 3): $1 = :customer_id, $2 = :page_size
SELECT o.order_id, helpers.twice(o.total) FROM shop.orders AS o WHERE o.customer_id = $1 ORDER BY o.placed_at DESC LIMIT $2;
`,
  )
  writeFileSync(
    join(folder, 'queries/prices.sql'),
    '-- WEIGHT: 3\nSELECT p.sku, pr.price FROM shop.products p JOIN shop.prices pr USING (sku) WHERE p.sku = ANY (:skus)\n',
  )
  writeFileSync(
    join(folder, 'queries/helpers.sql'),
    'CREATE SCHEMA helpers; CREATE FUNCTION helpers.twice(n numeric) RETURNS numeric LANGUAGE sql RETURN n * 2;\n',
  )
  const { code, stderr } = lakebaseLoadtest(['init', '--queries', 'queries'], folder)
  expect(code).toBe(0)
  expect(stderr).toContain('no query, to be run before: queries/helpers.sql')
  const { text, findings } = read(folder)
  expect(findings).toEqual([])
  expect(text).toContain('rate: 8000/s')
  expect(text).toContain('customer_id: { column: shop.orders.customer_id }')
  const [, next = ''] = /^next: lakebase-loadtest (.*)$/m.exec(stderr) ?? []
  expect(next).toContain('--setup queries/helpers.sql')
  const words = next.replace('10s', '2s').replace('50/s', '20/s').split(' ')
  const run = lakebaseLoadtest(
    [...words, '--warm-up', '0s', '--scale', '0.00002', '--json', '-q'],
    folder,
  )
  expect(JSON.parse(run.stdout).run.total).toMatchObject({ failed: 0 })
  expect(run.code).toBe(0)
})

test('without queries each table is looked at, and that is said to be a guess', () => {
  const folder = emptyFolder()
  for (const name of ['workload.yml', 'tables.sql']) cpSync(join(shop, name), join(folder, name))
  const { code, stdout } = lakebaseLoadtest(['init', '--json', '-q'], folder)
  const report = JSON.parse(stdout)
  expect(schemaErrors('init', stdout)).toEqual([])
  expect(code).toBe(0)
  expect(report.guesses[0]).toContain('the queries')
  const { scenarios, findings } = read(folder)
  expect(findings).toEqual([])
  expect(scenarios?.[0].scripts).toHaveLength(10)
  expect(report.text).toBe(readFileSync(join(folder, 'loadtest.yml'), 'utf8'))
})

test('a scenario of yours is not replaced, one of ours is', () => {
  const folder = tinyFolder()
  writeFileSync(join(folder, 'loadtest.yml'), 'name: mine\n')
  const refused = lakebaseLoadtest(['init'], folder)
  expect(refused.code).toBe(3)
  expect(refused.stderr).toContain('--force')
  expect(readFileSync(join(folder, 'loadtest.yml'), 'utf8')).toBe('name: mine\n')
  expect(lakebaseLoadtest(['init', '--force'], folder).code).toBe(0)
  expect(lakebaseLoadtest(['init'], folder).code).toBe(0)
})

test('SQL that is not PostgreSQL stops it, with the file and the converter named, and nothing is written', () => {
  const folder = tinyFolder()
  writeFileSync(
    join(folder, 'sql/latest.sql'),
    'SELECT id FROM cart QUALIFY row_number() OVER (ORDER BY id) = 1\n',
  )
  const { code, stderr } = lakebaseLoadtest(['init', '--queries', 'sql'], folder)
  expect(code).toBe(3)
  expect(stderr).toContain('sql/latest.sql:1:1')
  expect(stderr).toContain('lakebase convert')
  expect(() => readFileSync(join(folder, 'loadtest.yml'))).toThrow('ENOENT')
})

test.each([
  ['nothing says what to run', 'name: empty\ndatabase_instance: {reads_per_second: 5}\n', [], 2],
  ['nowhere', TINY, ['--queries', 'nowhere'], 3],
  ['none.sql', TINY.replace('sql/new_cart', 'sql/none'), [], 3],
  ['RHOMBUS', TINY.replace('BIGINT', 'RHOMBUS'), [], 3],
])('%s: it is refused', (says, workload, args, code) => {
  const ended = lakebaseLoadtest(['init', ...args], tinyFolder(workload))
  expect(ended.stderr).toContain(says)
  expect(ended.code).toBe(code)
})
