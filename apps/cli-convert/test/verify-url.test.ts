import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lakebaseConvert, root } from './run-built.js'

let server: LocalPostgres

beforeAll(async () => {
  server = await startPostgres({ auth: 'scram' })
})

afterAll(async () => {
  await server.stop()
})

const ARGS = ['-', '--verify', 'explain', '--url', 'MY_POSTGRES']

test('statements are planned on the Postgres that a variable names, and nothing stays there', async () => {
  const address = await server.createDatabase()
  const sql = postgres(address)
  await sql`CREATE TABLE t (a int)`
  const input = 'SELECT a / :b AS q FROM t; CREATE TABLE made (a INT); SELECT b FROM t'
  const { code, stderr, stdout } = lakebaseConvert(ARGS, root, input, { MY_POSTGRES: address })
  expect(code).toBe(1)
  expect(stdout).toContain('spark_compat.div(a, $1)')
  expect(stdout).toContain('error SQ022 1:55 EXPLAIN: column "b" does not exist')
  expect(stderr).toContain('EXPLAIN 2 passed, 1 failed')
  expect(stdout + stderr).not.toContain(server.password)
  const left = await sql`SELECT nspname FROM pg_namespace WHERE nspname = 'spark_compat'`
  expect([...left]).toEqual([])
  await sql.end()
})

test('a server that is not there, or refuses, is exit 5 or 4, and the password is not told', async () => {
  const wrong = new URL(await server.createDatabase())
  wrong.password = 'not-the-secret'
  const nowhere = 'postgres://me:not-the-secret@127.0.0.1:1/db'
  for (const [address, exit] of [[nowhere, 5] as const, [wrong.href, 4] as const]) {
    const { code, stderr } = lakebaseConvert(ARGS, root, 'SELECT 1', { MY_POSTGRES: address })
    expect(code).toBe(exit)
    expect(stderr).toContain('error[EXPLAIN]')
    expect(stderr).not.toContain('not-the-secret')
  }
})
