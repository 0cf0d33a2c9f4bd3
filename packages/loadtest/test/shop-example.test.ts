import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTableDdl, parseWorkload, withTableDdl } from '@lakebase/config'
import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillStatements } from '../src/fill/fill-statements.js'
import { fillTables } from '../src/fill/fill-table.js'
import { compileScript } from '../src/generate/compile-script.js'
import { resolveColumns } from '../src/generate/resolve-columns.js'
import type { ParameterValue } from '../src/scenario/generator.js'
import { parseScenario } from '../src/scenario/parse-scenario.js'

const shop = join(import.meta.dirname, '../../../examples/shop')
const read = (name: string) => readFileSync(join(shop, name), 'utf8')

let server: LocalPostgres
let sql: postgres.Sql
beforeAll(async () => {
  server = await startPostgres()
  sql = postgres(await server.createDatabase(), {
    max: 1,
    onnotice: () => undefined,
    fetch_types: false,
  })
  const { workload } = parseWorkload(read('workload.yml'), { file: 'workload.yml' })
  const { tables } = parseTableDdl(read('tables.sql'), { file: 'tables.sql' })
  if (!workload) throw new Error('the sample workload has an error')
  for (const { sql: statement } of fillStatements(
    fillTables(withTableDdl(workload, tables).workload, 1 / 20_000),
  )) {
    await sql.unsafe(statement)
  }
}, 120_000)
afterAll(async () => {
  await sql.end()
  await server.stop()
})

test('the load of the shop runs on its tables: every statement, with values that find rows', async () => {
  const { scenarios, findings } = parseScenario(read('loadtest.yml'), 'loadtest.yml')
  expect(findings).toEqual([])
  const [written] = scenarios ?? []
  if (!written) throw new Error('no scenario')
  const scenario = await resolveColumns(written, async (query) =>
    (await sql.unsafe(query).values()).map(([value]) => (value == null ? null : String(value))),
  )
  expect(scenario.scripts).toHaveLength(8)
  for (const script of scenario.scripts) {
    const compiled = compileScript(script, { seed: 1, worker: 0, workers: 1 })
    const rows = new Map<string, number>()
    for (let arrival = 0; arrival < 20; arrival += 1) {
      const values: ParameterValue[] = []
      compiled.draw(arrival, 0, values)
      for (const step of script.steps) {
        if (step.kind !== 'statement') continue
        const bound = step.parameters.map((slot) => asText(values[slot] ?? null))
        const { count } = await sql.unsafe(step.sql, bound)
        rows.set(step.id, (rows.get(step.id) ?? 0) + count)
      }
    }
    for (const [id, count] of rows) expect([id, count > 0]).toEqual([id, true])
  }
})

/** As a client sends a value in text form. */
function asText(value: ParameterValue): string | null {
  if (value === null) return null
  if (typeof value !== 'object') return String(value)
  return `{${value.map((one) => JSON.stringify(one)).join(',')}}`
}
