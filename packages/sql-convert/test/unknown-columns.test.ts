import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareRows } from '../corpus/compare/compare-rows.js'
import { type Database, startDatabase } from '../corpus/database.js'
import { createConverter } from '../src/convert/create-converter.js'

/** An expression over the columns of `sample`, and what Spark 4.0.1 answered, row by row. */
interface Answer {
  readonly expression: string
  readonly type: string
  readonly rows: readonly string[]
}

const ANSWERS: readonly Answer[] = JSON.parse(
  readFileSync(new URL('unknown-columns.json', import.meta.url), 'utf8'),
)

/** The converter does not get to know it. */
const SAMPLE = `CREATE TABLE sample (s text, i int, l bigint, n numeric(3,2), f double precision, b bytea, j text, d date, t timestamptz);
INSERT INTO sample VALUES
  ('hello', 1, 7, 3.25, 2.5, 'hello', '{"a": 5}', '2026-01-31', '2026-01-31 10:00:00'),
  ('wor  ', 25, -8, -1.75, 4.0, 'wor', '{}', '2024-02-29', '2024-02-29 23:59:59'),
  (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)`

let database: Database

beforeAll(async () => {
  database = await startDatabase()
  await database.useSchema('unknown_columns')
  await database.run({ sql: SAMPLE.split(';'), compatFunctions: [] })
})

afterAll(() => database.stop())

describe('without a schema, Postgres finds the overload for the type of a column', () => {
  it.each(ANSWERS.map((answer) => [answer.expression, answer] as const))(
    '%s',
    async (_, answer) => {
      const sql = `SELECT ${answer.expression} FROM sample`
      const [statement] = createConverter().convert(sql).statements
      expect(statement).toMatchObject({ status: 'converted' })
      if (!statement) return
      const rows = await database.run(statement)
      const comparison = compareRows([answer.type], answer.rows, rows, false)
      expect(comparison, statement.sql.join('; ')).toBe('equal')
    },
  )
})
