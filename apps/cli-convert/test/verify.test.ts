import { expect, test } from 'vitest'
import { applyVerification } from '../src/verify/apply-verification.js'
import { filesOf, folderOf } from './folder-of.js'
import { lakebaseConvert, root } from './run-built.js'

const FAILING = 'SELECT status, sum(total) AS t FROM main.shop.orders'
const SCHEMA = ['--schema', 'examples/shop/tables.sql']

test('every statement is checked by grammar and census, and the report says so', () => {
  const { code, stdout } = lakebaseConvert(['-', '--json'], root, 'SELECT 1 AS a; SELECT foo(1)')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    checks: {
      grammar: { passed: 1, failed: 0, skipped: 1 },
      census: { passed: 1, failed: 0, skipped: 1 },
      explain: { passed: 0, failed: 0, skipped: 2 },
    },
  })
  const none = lakebaseConvert(['-', '--json', '--verify', 'none'], root, 'SELECT 1 AS a')
  expect(JSON.parse(none.stdout)).not.toHaveProperty('checks')
})

test("the shop's queries are planned by a Postgres of our own", () => {
  const args = ['--source-dir', 'examples/shop/queries', '--check', '--verify', 'explain', '--json']
  const { stdout, stderr } = lakebaseConvert([...args, ...SCHEMA])
  expect(stderr).toContain('planning on a PostgreSQL 17 of our own on this machine')
  expect(JSON.parse(stdout).checks.explain).toMatchObject({ passed: 9, failed: 0 })
})

test('what EXPLAIN refuses is no conversion: it stays as a comment, and the exit is 1', () => {
  const folder = folderOf({ 'in/a.sql': FAILING })
  const { code, stdout } = lakebaseConvert([
    ...['--source-dir', `${folder}/in`, '--target-dir', `${folder}/out`, '--verify', 'explain'],
    ...SCHEMA,
  ])
  expect(code).toBe(1)
  expect(stdout).toMatch(/in\/a\.sql:1:1 {2}SQ022 {2}EXPLAIN: column "orders.status" must appear/)
  const text = filesOf(`${folder}/out`)['a.sql'] ?? ''
  expect(text).toContain('-- NOT CONVERTED (verify_failed):')
  expect(text.replaceAll(/^--.*$/gm, '').trim()).toBe('')
})

test('a table that nobody described is a warning, not a failure', () => {
  const { code, stdout, stderr } = lakebaseConvert(
    ['-', '--verify', 'explain'],
    root,
    'SELECT a FROM nowhere',
  )
  expect(code).toBe(0)
  expect(stdout).toContain('-- warning SQ023 1:1 EXPLAIN: relation "nowhere" does not exist')
  expect(stderr).toContain('1 not planned for want of a table')
})

test('tables of an earlier file are there when a later one is planned, and a file may create its own', () => {
  const folder = folderOf({
    'in/01.sql': 'CREATE TABLE t (a INT) USING DELTA; SELECT a FROM t',
    'in/02.sql': 'SELECT a FROM t',
  })
  const { stdout } = lakebaseConvert(
    ['--source-dir', 'in', '--check', '--verify', 'explain', '--json'],
    folder,
  )
  expect(JSON.parse(stdout).checks.explain).toMatchObject({ passed: 3, failed: 0 })
})

test("the user's own PostgreSQL is warned about and stays", () => {
  const verification = {
    grammar: { outcome: 'failed', reasons: [{ message: 'no' }] },
    census: { outcome: 'skipped', why: '' },
    explain: { outcome: 'skipped', why: '' },
  } as const
  const own = {
    start: 0,
    end: 3,
    kind: 'script',
    status: 'already_postgres',
    sql: ['\\d'],
    semantics: 'exact',
    diagnostics: [],
    compatFunctions: [],
    parameters: [],
  } as const
  expect(applyVerification(own, verification)).toMatchObject({
    status: 'already_postgres',
    diagnostics: [{ code: 'SQ020', severity: 'warning' }],
  })
})

test('an address on the command line is refused, and so is a variable that is not there', () => {
  const address = 'postgres://me:secret@host/db'
  const typed = lakebaseConvert(['-', '--verify', 'explain', '--url', address], root, 'SELECT 1')
  expect(typed.code).toBe(2)
  expect(typed.stderr).not.toContain('secret')
  const missing = lakebaseConvert(
    ['-', '--verify', 'explain', '--url', 'NO_SUCH'],
    root,
    'SELECT 1',
  )
  expect(missing.stderr).toContain('the environment has no NO_SUCH')
})
