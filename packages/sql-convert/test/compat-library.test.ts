import { startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { sparkCompatSql } from '../src/compat/library.js'

test('every function of spark_compat is created by a user who may do no more than that, twice', async () => {
  const server = await startPostgres()
  const sql = postgres(await server.createDatabase(), { max: 1, onnotice: () => undefined })
  try {
    const [{ name } = { name: '' }] = await sql`SELECT current_database() AS name`
    await sql
      .unsafe(`CREATE ROLE app; GRANT CREATE ON DATABASE ${name} TO app; SET ROLE app`)
      .simple()
    await sql.unsafe(sparkCompatSql()).simple()
    await sql.unsafe(sparkCompatSql()).simple()
    const created = await sql`
      SELECT proname, lanname FROM pg_proc JOIN pg_language l ON l.oid = prolang
      WHERE pronamespace = 'spark_compat'::regnamespace`
    expect(created.length).toBeGreaterThan(200)
    expect(new Set(created.map(({ lanname }) => lanname))).toEqual(
      new Set(['internal', 'plpgsql', 'sql']),
    )
  } finally {
    await sql.end()
    await server.stop()
  }
})

test('only the functions that are used, and those that they use, are written', () => {
  const sql = sparkCompatSql(['java_number', 'double_text'])
  expect(sql.match(/CREATE OR REPLACE FUNCTION/g)).toHaveLength(2)
  expect(sql.indexOf('java_number')).toBeLessThan(sql.indexOf('double_text'))
  expect(sparkCompatSql([])).toBe('')
})
