import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, folderOf } from './folder-of.js'
import { lakebaseConvert, root } from './run-built.js'

test('help is as printed before', async () => {
  await expect(lakebaseConvert(['--help']).stdout).toMatchFileSnapshot('golden/help.txt')
})

test.each([
  { args: [], says: 'nothing says what to convert' },
  { args: ['--source-dir', 'examples'], says: 'nothing says where to write' },
  { args: ['--source-dir', 'a', '--file', 'b'], says: 'leave out one of them' },
  { args: ['--file', 'a', '--target-dir', 'b'], says: '--output FILE' },
  { args: ['a.sql', '--file', 'b.sql'], says: 'one file at a time' },
  { args: ['-', '--report', 'a.pdf'], says: '--report a.pdf' },
  { args: ['-', '--schema', 'a.txt'], says: 'no such file' },
  { args: ['--source-dri', 'a'], says: 'did you mean --source-dir' },
])('$args is refused', ({ args, says }) => {
  const { code, stderr, stdout } = lakebaseConvert(args)
  expect([2, 3]).toContain(code)
  expect(stderr).toContain(says)
  expect(stdout).toBe('')
})

test.each(['nowhere', 'empty'])('a source folder that is %s is exit 3', (name) => {
  const folder = folderOf({ 'empty/readme.txt': '' })
  const { code } = lakebaseConvert(['--source-dir', name, '--target-dir', 'out'], folder)
  expect(code).toBe(3)
})

test('--check exits 1 when something is not converted, and writes nothing without a target', () => {
  const folder = folderOf({ 'in/a.sql': 'SELECT sentiment(a) FROM t;\nSELECT 1 AS a' })
  const { code, stdout, stderr } = lakebaseConvert(['--source-dir', 'in', '--check'], folder)
  expect(code).toBe(1)
  expect(stdout).toContain('in/a.sql:1:8  SQ002')
  expect(stderr).toContain('exit 1: 1 of 2 statements not converted')
  expect(Object.keys(filesOf(folder))).toEqual(['in/a.sql'])
  expect(lakebaseConvert(['-', '--check'], folder, 'SELECT 1 AS a').code).toBe(0)
})

const QUERY = 'SELECT * EXCEPT (total) FROM main.shop.orders'
const JSON_SCHEMA =
  '[{"name":"main.shop.orders","columns":[{"name":"id","type":"BIGINT"},{"name":"total","type":"numeric(10,2)"}]}]'
const YAML_SCHEMA = `version: 1
target: { cloud: aws, region: us-east-1, tier: PREMIUM }
delta_synchronization:
  tables_to_sync:
    - name: main.shop.orders
      primary_keys: [id]
      scheduling_policy: SNAPSHOT
      schedule: P1D
      rows: 10
      columns: [{ name: id, type: BIGINT }, { name: total, type: "DECIMAL(10,2)" }]
`

test.each([
  ['databricks.sql', 'CREATE TABLE main.shop.orders (id BIGINT, total DECIMAL(10, 2)) USING DELTA'],
  ['postgres.sql', 'CREATE TABLE shop.orders (id bigserial PRIMARY KEY, total numeric(10,2))'],
  ['schema.json', JSON_SCHEMA],
  ['workload.yml', YAML_SCHEMA],
])('columns are known from %s', (name, text) => {
  const folder = folderOf({ [name]: text })
  const { stdout, stderr } = lakebaseConvert(['-', '--schema', name], folder, QUERY)
  expect(stderr).toContain('none left over')
  expect(stdout).toMatch(/SELECT (?:orders\.)?id\nFROM|SELECT (?:orders\.)?id FROM/)
})

test('without the columns the statement needs a schema, and the last line says how to give one', () => {
  const { stdout, stderr } = lakebaseConvert(['-'], root, QUERY)
  expect(stdout).toContain('-- NOT CONVERTED (needs_schema):')
  expect(stderr).toContain('needs_schema')
  expect(stderr).toContain('next: say what columns the tables have: --schema tables.sql')
})

test.each([
  ['bad.sql', 'CREATE TABLE t (\n  a BIGNIT)', 'bad.sql:2:5'],
  ['bad.json', '[{"name": "t",\n"columns": [{"name": "a", "type": "INTT"}]}]', 'bad.json:2:35'],
  ['bad.yml', YAML_SCHEMA.replace('BIGINT', 'BIGNIT'), 'bad.yml:5:'],
])('a wrong type in %s is told with its place', (name, text, place) => {
  const folder = folderOf({ [name]: text })
  const { code, stderr } = lakebaseConvert(['-', '--schema', name], folder, QUERY)
  expect(code).toBe(3)
  expect(stderr).toContain('error[SCHEMA]')
  expect(stderr).toContain(place)
})

test('--json holds every statement with its place, its result and its findings', () => {
  const input = '-- two\nSELECT a / :b AS q FROM t;\nSELECT sentiment(a) FROM t'
  const { code, stdout } = lakebaseConvert(['-', '--json'], root, input)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    schemaVersion: 1,
    summary: {
      files: 1,
      statements: 2,
      notConverted: 1,
      byStatus: { converted: 1, unsupported: 1 },
    },
    files: [
      {
        source: 'stdin',
        statements: [
          { number: 1, line: 2, column: 1, parameters: [':b'], compatFunctions: ['div'] },
          { number: 2, line: 3, findings: [{ ruleId: 'SQ002', line: 3, column: 8, length: 12 }] },
        ],
      },
    ],
    compat: { functions: ['div'] },
    exit: { code: 0 },
  })
})

test('a failure is JSON too', () => {
  expect(lakebaseConvert(['-', '--json', '--output', '-']).stdout).toContain('both write to stdout')
  const { code, stdout } = lakebaseConvert(['--file', 'nowhere.sql', '--json'])
  expect(code).toBe(3)
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, errors: [{ ruleId: 'SOURCE' }] })
})

test('reports are written beside each other, and one that is not ours stays', async () => {
  const folder = folderOf({ 'a.sql': 'SELECT sentiment(`a|b`) FROM t', 'mine.md': 'by hand' })
  const reports = ['--report', 'r.md', '--report', 'r.json']
  expect(lakebaseConvert(['a.sql', ...reports], folder).code).toBe(0)
  await expect(filesOf(folder)['r.md']).toMatchFileSnapshot('golden/report.md')
  const all = ['md', 'json', 'html', 'sarif'].flatMap((format) => ['--report', `r.${format}`])
  for (const run of ['first', 'second']) {
    expect(lakebaseConvert(['a.sql', ...all], folder), run).toMatchObject({ code: 0 })
  }
  const foreign = lakebaseConvert(['a.sql', '--output', 'b.sql', '--report', 'mine.md'], folder)
  expect(foreign.code).toBe(3)
  expect(filesOf(folder)['mine.md']).toBe('by hand')
  expect(filesOf(folder)).not.toHaveProperty(join('b.sql'))
})
