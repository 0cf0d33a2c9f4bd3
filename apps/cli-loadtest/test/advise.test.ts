import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runOnTerminal } from './pty.js'
import { schemaErrors } from './published-schema.js'
import { lakebaseLoadtest } from './run-built.js'
import { isPythonHere } from './run-python.js'
import { SETUP, shopFolder } from './shop.js'

const bin = resolve(import.meta.dirname, '../bin/lakebase-loadtest.js')
const CREATE = /CREATE INDEX CONCURRENTLY .* ON public\.orders \(customer_id/

let server: LocalPostgres
let env: Readonly<Record<string, string>>
let sql: ReturnType<typeof postgres>

beforeAll(async () => {
  server = await startPostgres()
})
beforeEach(async () => {
  env = { DATABASE_URL: await server.createDatabase() }
  sql = postgres(env.DATABASE_URL ?? '', { max: 1, onnotice: () => undefined })
  await sql.unsafe(SETUP)
  return () => sql.end()
})
afterAll(() => server.stop())

async function indexes(): Promise<readonly string[]> {
  const rows = await sql<{ indexname: string }[]>`
    SELECT indexname FROM pg_indexes WHERE tablename = 'orders' ORDER BY 1`
  return rows.map(({ indexname }) => indexname)
}

test('advise --check is 1 until --apply has made the index, and then 0', async () => {
  const folder = shopFolder()
  const check = () => lakebaseLoadtest(['advise', '--build', '--check', '-q'], folder, env)
  const before = check()
  expect(before.stdout).toMatch(CREATE)
  expect(before.code).toBe(1)
  const applied = lakebaseLoadtest(
    ['advise', '--build', '--apply', '--yes', '--json', '-o', 'advice.html'],
    folder,
    env,
  )
  expect(schemaErrors('advise', applied.stdout)).toEqual([])
  const report = JSON.parse(applied.stdout)
  expect(report).toMatchObject({ ok: true, kind: 'advice' })
  expect(report.applied).toHaveLength(1)
  expect(await indexes()).toContain(report.applied[0])
  expect(existsSync(join(folder, 'advice.html'))).toBe(true)
  expect(check().code).toBe(0)
})

test('--apply without a terminal and without --yes is refused, and nothing is made', async () => {
  const { code, stderr } = lakebaseLoadtest(['advise', '--build', '--apply'], shopFolder(), env)
  expect(stderr).toContain('add --yes')
  expect(code).toBe(2)
  expect(await indexes()).toEqual(['orders_pkey'])
})

test.skipIf(!isPythonHere).each([
  { answer: 'no', made: 0 },
  { answer: 'y', made: 0 },
  { answer: 'yes', made: 1 },
])(
  `on a terminal (a pty of python3, where it is) --apply names statement and database, and $answer makes $made`,
  async ({ answer, made }) => {
    const { host, pathname } = new URL(env.DATABASE_URL ?? '')
    const { code, screen } = runOnTerminal(
      bin,
      ['advise', '--build', '--apply'],
      { answer, question: '[yes/no]' },
      { cwd: shopFolder(), env },
    )
    expect(screen).toMatch(CREATE)
    expect(screen).toContain(`Create 1 on ${host}${pathname}? [yes/no]`)
    expect(code).toBe(0)
    expect(await indexes()).toHaveLength(1 + made)
  },
)
