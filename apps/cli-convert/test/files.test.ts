import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOf, folderOf } from './folder-of.js'
import { lakebaseConvert, root } from './run-built.js'

const DIRS = ['--source-dir', 'in', '--target-dir', 'out']

test("the shop's queries are converted as before, header, comments and all", async () => {
  const out = folderOf({})
  const { code, stdout } = lakebaseConvert([
    ...['--source-dir', 'examples/shop/queries', '--target-dir', out],
    ...['--schema', 'examples/shop/tables.sql'],
  ])
  expect(code).toBe(0)
  await expect(stdout).toMatchFileSnapshot('golden/shop.txt')
  const { 'spark_compat.sql': compat, ...files } = filesOf(out)
  expect(compat).toContain('CREATE SCHEMA IF NOT EXISTS spark_compat')
  for (const [name, text] of Object.entries(files)) {
    await expect(text).toMatchFileSnapshot(`golden/shop/${name}`)
  }
  expect(Object.keys(files)).toHaveLength(8)
})

test('the same tree comes out, and a second run writes nothing', () => {
  const folder = folderOf({ 'in/a.sql': 'SELECT 1 AS a', 'in/deep/er/b.SQL': 'SELECT 2 AS b' })
  expect(lakebaseConvert(DIRS, folder).code).toBe(0)
  expect(Object.keys(filesOf(join(folder, 'out')))).toEqual(['a.sql', 'deep/er/b.SQL'])
  const before = statSync(join(folder, 'out/a.sql')).mtimeMs
  expect(lakebaseConvert(DIRS, folder).stderr).toContain('2 files: 2 unchanged')
  expect(statSync(join(folder, 'out/a.sql')).mtimeMs).toBe(before)
})

test('a table that one file creates is known to the files after it', () => {
  const folder = folderOf({
    'in/01.sql': 'CREATE TABLE t (a INT, b STRING)',
    'in/02.sql': 'SELECT * EXCEPT (a) FROM t',
  })
  lakebaseConvert([...DIRS, '--no-header'], folder)
  expect(filesOf(join(folder, 'out'))['02.sql']).toBe('SELECT b FROM t;\n')
})

test('spark_compat.sql has the functions that the files call, and no other', () => {
  const folder = folderOf({ 'in/a.sql': 'SELECT x / y AS q FROM t', 'in/b.sql': 'SELECT 1 AS b' })
  lakebaseConvert(DIRS, folder)
  const compat = filesOf(join(folder, 'out'))['spark_compat.sql'] ?? ''
  const names = [...compat.matchAll(/CREATE OR REPLACE \w+ spark_compat\.(\w+)/g)].map(([, n]) => n)
  expect([...new Set(names)]).toEqual(['div'])
})

test('beside a single file spark_compat.sql keeps what other files may need', () => {
  const folder = folderOf({
    'a.sql': 'SELECT x / y AS q FROM t',
    'b.sql': 'SELECT months_between(a, b) AS m FROM t',
  })
  for (const name of ['a', 'b']) {
    lakebaseConvert(['--file', `${name}.sql`, '--output', `out/${name}.sql`], folder)
  }
  const compat = filesOf(join(folder, 'out'))['spark_compat.sql']
  expect(compat).toContain('spark_compat.div(')
  expect(compat).toContain('spark_compat.months_between(')
})

test.each([
  { args: [...DIRS.slice(0, 2), '--target-dir', 'in'], says: 'lies in in' },
  { args: [...DIRS.slice(0, 2), '--target-dir', 'in/deep/out'], says: 'lies in in' },
  { args: [...DIRS.slice(0, 2), '--target-dir', 'link'], says: 'lies in in' },
  { args: ['--file', 'in/a.sql', '--output', 'in/../in/a.sql'], says: 'originals are never' },
  {
    args: ['--file', 'in/a.sql', '--output', 'link/a.sql', '--force'],
    says: 'originals are never',
  },
])('$args would touch an original: exit 3 and nothing written', ({ args, says }) => {
  const folder = folderOf({ 'in/a.sql': 'SELECT 1 AS a' })
  symlinkSync(join(folder, 'in'), join(folder, 'link'))
  const { code, stderr } = lakebaseConvert(args, folder)
  expect(code).toBe(3)
  expect(stderr).toContain(says)
  expect(Object.keys(filesOf(folder))).toEqual(['in/a.sql'])
})

test('a file that is not ours stays, nothing else is written, and --force replaces it', () => {
  const folder = folderOf({
    'in/a.sql': 'SELECT 1 AS a',
    'in/b.sql': 'SELECT 2 AS b',
    'out/b.sql': 'SELECT 3; -- by hand',
  })
  const { code, stderr } = lakebaseConvert(DIRS, folder)
  expect(code).toBe(3)
  expect(stderr).toContain('out/b.sql exists and was not written by us')
  expect(Object.keys(filesOf(folder))).not.toContain('out/a.sql')
  expect(lakebaseConvert([...DIRS, '--force'], folder).code).toBe(0)
  expect(filesOf(folder)['out/b.sql']).toContain('SELECT 2 AS b')
})

test('a file that we wrote is replaced when its source changes', () => {
  const folder = folderOf({ 'in/a.sql': 'SELECT 1 AS a' })
  lakebaseConvert(DIRS, folder)
  writeFileSync(join(folder, 'in/a.sql'), 'SELECT 2 AS a')
  expect(lakebaseConvert(DIRS, folder).stderr).toContain('1 file: 1 changed')
  expect(filesOf(folder)['out/a.sql']).toContain('SELECT 2 AS a')
})

test('PostgreSQL is copied as it is, byte for byte', () => {
  const text = '\uFEFFINSERT INTO t VALUES (1)\r\nON CONFLICT DO NOTHING;  '
  const folder = folderOf({ 'in/pg.sql': text })
  expect(lakebaseConvert(DIRS, folder).code).toBe(0)
  expect(readFileSync(join(folder, 'out/pg.sql'))).toEqual(Buffer.from(text))
})

test('bytes that are not UTF-8 are refused before anything is written', () => {
  const folder = folderOf({
    'in/a.sql': 'SELECT 1',
    'in/b.sql': new Uint8Array([0xff, 0xfe, 0x53]),
  })
  const { code, stderr } = lakebaseConvert(DIRS, folder)
  expect(code).toBe(3)
  expect(stderr).toContain('in/b.sql is not UTF-8')
  expect(Object.keys(filesOf(folder))).not.toContain('out/a.sql')
})

test('stdin goes to stdout, and what is said about it to stderr', () => {
  const { code, stdout, stderr } = lakebaseConvert(
    ['-', '--no-header'],
    root,
    'SELECT 7 / 2 AS half',
  )
  expect(code).toBe(0)
  expect(stdout).toBe('SELECT 7::double precision / 2::double precision AS half;\n')
  expect(stderr).toContain('1 statement of 1 file: none left over')
})
