import { expect, test } from 'vitest'
import { createConverter } from '../src/convert/create-converter.js'
import type { Verifiable } from '../src/verify/verify-script.js'
import { verifyScript, verifyStatement } from '../src/verify/verify-script.js'

const postgres = (sql: string): Verifiable => ({
  start: 0,
  end: sql.length,
  status: 'already_postgres',
  sql: [sql],
  compatFunctions: [],
})
const grammarOf = async (sql: string) => (await verifyStatement(sql, postgres(sql))).grammar

test.each([
  'SELECT 1; SELECT $1::int',
  'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$',
  'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
  'DO $$ BEGIN PERFORM 1; END $$',
])('reads %s', async (sql) => expect(await grammarOf(sql)).toEqual({ outcome: 'passed' }))

test.each([
  { sql: 'SELECT 1 FROM', message: 'syntax error at end of input', position: 13 },
  { sql: "SELECT '😀' AS e, , 1", message: 'syntax error at or near ","', position: 18 },
  {
    sql: 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELEC 1 $$',
    message: 'syntax error at or near "SELEC"',
  },
  {
    sql: 'SELECT 1; DO $$ BEGIN PERFORM FROM WHERE; END',
    message: 'unterminated dollar-quoted string at or near "$$ BEGIN PERFORM FROM WHERE; END"',
  },
  {
    sql: 'SELECT 1; DO $$ BEGIN SELEC 1; END $$',
    message: 'syntax error at or near "SELEC"',
    position: 10,
  },
  {
    sql: 'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETRN 1 END $$',
    message: 'the body is no PL/pgSQL',
  },
])('says what is wrong with $sql', async ({ sql, ...reason }) => {
  expect(await grammarOf(sql)).toMatchObject({ outcome: 'failed', reasons: [reason] })
})

test('each statement has its own checks; what was not converted has none', async () => {
  const text = 'SELECT a, b FROM t WHERE a > 1; OPTIMIZE t; SELECT nosuch(a) FROM t; SELEC 1'
  const verifications = await verifyScript(text, createConverter().convert(text))
  const passed = { outcome: 'passed' }
  const skipped = (why: string) => ({ outcome: 'skipped', why })
  expect(verifications.map(({ grammar, census, explain }) => [grammar, census, explain])).toEqual([
    [passed, passed, skipped('not asked for')],
    Array(3).fill(skipped('nothing to check: not_applicable')),
    Array(3).fill(skipped('nothing to check: unsupported')),
    Array(3).fill(skipped('nothing to check: parse_error')),
  ])
})

test('a lost clause is told with its place in the source', async () => {
  const text = '-- first\nSELECT 1;\nSELECT a FROM t WHERE a > 1 AND b = :limit LIMIT 5'
  const [, statement] = createConverter().convert(text).statements
  if (!statement) throw new Error('two statements')
  const { census } = await verifyStatement(text, {
    ...statement,
    sql: ['SELECT a FROM t WHERE a > 1 LIMIT 5'],
  })
  const at = text.indexOf('b = :limit')
  expect(census).toMatchObject({
    outcome: 'failed',
    reasons: expect.arrayContaining([
      {
        message: 'where `b = :limit` has no counterpart among 1 of the result',
        span: { start: at, end: at + 'b = :limit'.length },
      },
    ]),
  })
})
