import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resolveColumns } from '../src/generate/resolve-columns.js'
import { parseScenario } from '../src/scenario/parse-scenario.js'

let server: LocalPostgres
let sql: postgres.Sql
beforeAll(async () => {
  server = await startPostgres()
  sql = postgres(await server.createDatabase(), { max: 1 })
  await sql.unsafe(`
    CREATE SCHEMA "Shop";
    CREATE TABLE "Shop"."Order.s" (id int, "Kind" text);
    INSERT INTO "Shop"."Order.s" SELECT n, CASE WHEN n % 10 = 0 THEN 'rare' WHEN n % 7 = 0 THEN NULL ELSE 'often' END FROM generate_series(1, 5000) n;
    CREATE TABLE empty (id int);`)
})
afterAll(async () => {
  await sql.end()
  await server.stop()
})

const asked: string[] = []
const readColumn = async (query: string) => {
  asked.push(query)
  return (await sql.unsafe(query).values()).map(([value]) => (value == null ? null : String(value)))
}
const scenarioOf = (column: string) => {
  const [scenario] =
    parseScenario(
      `scripts:
  a: { sql: 'select :id, :ids', parameters: { id: { column: '${column}', limit: 1000 }, ids: { array: { column: '${column}', limit: 1000 }, length: 2 } } }
  b: { sql: 'select :id', parameters: { id: { column: '${column}', limit: 1000 } } }
load: { clients: 1, duration: 1s }`,
      's.yml',
    ).scenarios ?? []
  if (!scenario) throw new Error(column)
  return scenario
}

test('a column becomes a choice of its values, as frequent as in the table, and is read once', async () => {
  const scenario = await resolveColumns(scenarioOf('"Shop"."Order.s"."Kind"'), readColumn)
  expect(asked).toHaveLength(1)
  const [a, b] = scenario.scripts
  const [draw] = a.steps
  const values =
    draw?.kind === 'set' && draw.generator.kind === 'choice' ? draw.generator.values : []
  expect(values).toHaveLength(1000)
  const rare = values.filter((value) => value === 'rare').length
  expect(rare).toBeGreaterThan(70)
  expect(rare).toBeLessThan(180)
  expect(new Set(values)).toEqual(new Set(['rare', 'often']))
  expect(b?.steps[0]).toEqual(draw)
  expect(a.steps[1]).toMatchObject({ generator: { kind: 'array', of: { kind: 'choice' } } })
})

test('the same table gives the same values again', async () => {
  const scenario = scenarioOf('"Shop"."Order.s".ID')
  const values = await resolveColumns(scenario, readColumn)
  expect(await resolveColumns(scenario, readColumn)).toEqual(values)
})

test('an empty table is refused, for nothing could be drawn', async () => {
  await expect(resolveColumns(scenarioOf('empty.id'), readColumn)).rejects.toThrow(
    'empty.id has no value to draw: fill the table before the run',
  )
})
