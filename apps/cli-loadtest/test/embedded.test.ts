import { expect, test } from 'vitest'
import { folderWith } from './folder-with.js'
import { lakebaseLoadtest } from './run-built.js'

const LOAD = 'load: { rate: 20/s, duration: 1s }\nconnections: 4\n'

const run = (folder: string, ...args: readonly string[]) =>
  lakebaseLoadtest(['run', 'loadtest.yml', '--embedded', '--json', ...args], folder)

test('a statement that misses a table of pgbench gets it, beside those of the workload', () => {
  const folder = folderWith({
    'loadtest.yml': `queries: { both: "SELECT count(*) FROM cart, pgbench_branches" }\n${LOAD}`,
    'workload.yml':
      'tables: [{ name: public.cart, primary_keys: [id], rows: 50, columns: [{ name: id, type: BIGINT }] }]\n',
  })
  const { stdout, stderr } = run(folder)
  expect(stderr).toContain('filled 1 table with 50 rows')
  expect(stderr).toContain('filled the tables of pgbench')
  expect(JSON.parse(stdout).run.total).toMatchObject({ failed: 0 })
})

test('a name in a string, and a table of your own with such a name, make nothing', () => {
  const folder = folderWith({
    'loadtest.yml': `queries: { mine: "SELECT note FROM pgbench_accounts WHERE note <> 'pgbench_tellers'" }\n${LOAD}`,
    'mine.sql': 'CREATE TABLE pgbench_accounts (note text)',
  })
  const { stdout, stderr } = run(folder, '--setup', 'mine.sql')
  expect(stderr).not.toContain('tables of pgbench')
  expect(JSON.parse(stdout).run.total).toMatchObject({ failed: 0 })
})

test('a workload without columns makes no tables, and that is refused before a server starts', () => {
  const folder = folderWith({
    'loadtest.yml': `queries: { one: SELECT 1 }\n${LOAD}`,
    'workload.yml': 'tables: [{ name: public.cart, primary_keys: [id], rows: 50 }]\n',
  })
  const { code, stdout, stderr } = run(folder)
  expect(stdout).toContain('no table has columns')
  expect(stderr).not.toContain('starting a PostgreSQL')
  expect(code).toBe(3)
})

test.each([
  ['public.nowhere.id', 'relation "public.nowhere" does not exist'],
  ['public.empty.id', 'has no value to draw'],
])('values of %s that cannot be had are exit 3', (column, says) => {
  const folder = folderWith({
    'loadtest.yml': `queries: { one: { sql: "SELECT :id::int", parameters: { id: { column: ${column} } } } }\n${LOAD}`,
    'empty.sql': 'CREATE TABLE empty (id int)',
  })
  const { code, stdout } = run(folder, '--setup', 'empty.sql', '-q')
  const { errors } = JSON.parse(stdout)
  expect(errors).toMatchObject([{ ruleId: 'LT007' }])
  expect(errors[0].message).toContain(says)
  expect(code).toBe(3)
})
