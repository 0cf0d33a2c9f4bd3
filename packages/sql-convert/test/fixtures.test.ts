import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compareRows } from '../corpus/compare/compare-rows.js'
import { type Database, startDatabase } from '../corpus/database.js'
import { createConverter } from '../src/convert/create-converter.js'

/** A statement and what Spark 4 answered to it. */
interface Fixture {
  readonly sql: string
  readonly types: readonly string[]
  readonly rows: readonly string[]
}

const FOLDER = new URL('fixtures/', import.meta.url)
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'))

let database: Database

beforeAll(async () => {
  database = await startDatabase()
  await database.useSchema('fixtures')
})

afterAll(() => database.stop())

describe.each(FILES)('%s', (name) => {
  const fixtures: readonly Fixture[] = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))

  it.each(fixtures.map((fixture) => [fixture.sql, fixture] as const))('%s', async (_, fixture) => {
    const [statement] = createConverter().convert(fixture.sql).statements
    expect(statement).toMatchObject({ status: 'converted' })
    if (!statement) return
    const rows = await database.run(statement)
    const isOrdered = /\border by\b[^)]*$/i.test(fixture.sql)
    expect(
      compareRows(fixture.types, fixture.rows, rows, isOrdered),
      statement.sql.join('; '),
    ).toBe('equal')
  })
})
