import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseWorkload } from '@lakebase/config'
import type { UnityTable } from '@lakebase/testing'
import { expect, test } from 'vitest'
import { besideWorkspace } from './beside-workspace.js'
import { answer, type SmallTable, smallWarehouse } from './small-warehouse.js'

const DAY_MS = 86_400_000
const TABLES: Readonly<Record<string, SmallTable>> = {
  'main.shop.orders': {
    columns: [
      ['order_id', 'bigint'],
      ['customer_id', 'bigint'],
      ['note', 'string'],
    ],
    rows: 40_000_000,
  },
  'main.shop.customers': {
    columns: [
      ['customer_id', 'bigint'],
      ['email', 'string'],
    ],
    rows: 2_000_000,
  },
}
const QUERIES = `SELECT order_id, nvl(note, '') AS note FROM main.shop.orders WHERE customer_id = :customer_id;
SELECT order_id, ai_analyze_sentiment(note) AS mood FROM main.shop.orders WHERE order_id = :order_id;
`
const OF_THE_MODEL =
  "```sql\nSELECT order_id, CASE WHEN note LIKE '%!%' THEN 'negative' ELSE 'neutral' END AS mood FROM shop.orders WHERE order_id = $1\n```"

/** The whole way of one who has an account, in one folder, each command after the other. */
test('doctor, init from the catalog, estimate, bundle, convert with the model, actual: one journey', {
  timeout: 300_000,
}, async () => {
  const { lakebase, cwd, fake } = await besideWorkspace({
    tables: Object.fromEntries(Object.entries(TABLES).map(([name, table]) => [name, unity(table)])),
    sql: smallWarehouse(TABLES, (statement) =>
      statement.includes('system.billing') ? bill(statement) : undefined,
    ),
    servingEndpoints: ['my-model'],
    chat: () => OF_THE_MODEL,
  })
  const told: string[] = []
  const run = async (line: string, env: Record<string, string> = {}) => {
    const { code, stdout, stderr } = await lakebase(line.split(' '), env)
    told.push(`$ lakebase ${line}\n${stderr}${stdout}${code === 0 ? '' : `(exit ${code})\n`}`)
    expect(stdout + stderr).not.toContain(fake.pat)
    return { code, stdout, stderr }
  }

  expect((await run('doctor')).code).toBe(0)

  expect((await run('init --from-catalog main.shop --name shop')).code).toBe(0)
  fillIn(cwd)
  const { findings } = parseWorkload(read(cwd, 'workload.yml'), { file: 'workload.yml' })
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])

  expect((await run('estimate --as-of 2026-11-23 -o estimate.json')).code).toBe(0)
  const { tables } = JSON.parse(read(cwd, 'estimate.json'))
  expect(tables.map(({ source }: { source: string }) => source)).toEqual(['measured', 'measured'])
  expect(existsSync(join(cwd, 'lakebase.lock.json'))).toBe(true)

  expect((await run('bundle --output-dir bundle')).code).toBe(0)
  expect(read(cwd, 'bundle/resources/synced_delta_tables.yml')).toContain('main.shop.orders')
  expect((await run('bundle lint bundle')).code).toBe(0)

  mkdirSync(join(cwd, 'queries'))
  writeFileSync(join(cwd, 'queries/orders.sql'), QUERIES)
  const converted = await run(
    'convert --source-dir queries --target-dir converted --schema workload.yml',
    {
      MODEL_NAME: 'my-model',
    },
  )
  expect(converted.code).toBe(0)
  expect(converted.stderr).toContain('asking the model my-model')
  expect(read(cwd, 'converted/orders.sql')).toMatch(/^SELECT order_id, CASE WHEN note LIKE/m)

  const spent = await run('actual --since 7d')
  expect(spent.code).toBe(0)
  expect(spent.stdout).toMatch(/^ *compute +\$\S+ +\$322\.12/m)

  // The estimate beside it is the measured one.
  expect(spent.stdout).toMatch(/^ *sync +\$[1-9]/m)

  await expect(still(told.join('\n'), fake.host)).toMatchFileSnapshot('golden/account-journey.txt')
})

/** What a person adds to what init wrote: where it runs, and the load. */
function fillIn(cwd: string): void {
  const text = read(cwd, 'workload.yml')
    .replace(/^ {2}# cloud: .*$/m, '  cloud: aws')
    .replace(/^ {2}# region: .*$/m, '  region: us-east-1')
    .replace(/^ {2}# tier: .*$/m, '  tier: PREMIUM')
    .replace(/^ {2}# reads_per_second: .*$/m, '  reads_per_second: 2000')
  writeFileSync(join(cwd, 'workload.yml'), text)
}

function read(cwd: string, path: string): string {
  return readFileSync(join(cwd, path), 'utf8')
}

function unity({ columns }: SmallTable): UnityTable {
  const [key = ''] = columns[0] ?? []
  return {
    columns: columns.map(([name, type], position) => ({
      name,
      type_name: type === 'bigint' ? 'LONG' : 'STRING',
      type_text: type,
      nullable: name !== key,
      position,
    })),
    properties: { 'delta.enableChangeDataFeed': 'true' },
    table_constraints: [{ primary_key_constraint: { name: 'pk', child_columns: [key] } }],
  }
}

function bill(statement: string) {
  if (/LIMIT 0/.test(statement)) return answer(['x'], [])
  const day = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10)
  return answer(
    ['kind', 'usage_unit', 'quantity', 'usd', 'unpriced_rows', 'last_day'],
    [
      ['compute', 'DBU', '1400.5', '322.12', '0', day],
      ['BRANCH_DATA_STORAGE', 'DSU', '50', '1.15', '0', day],
      ['sync', 'DBU', '12', '4.2', '0', day],
    ],
  )
}

/** Without what differs from run to run; what actual compares with depends on the day. */
function still(text: string, host: string): string {
  const [before = '', actual = ''] = text.split(/(?=^\$ lakebase actual)/m)
  const withoutSums = actual.replaceAll(/ *[+−]?\$[\d,.]+/g, ' $N')
  return `${before}${withoutSums}`
    .replaceAll(host, 'https://dbc.example')
    .replaceAll(/\d{4}-\d{2}-\d{2}/g, 'YYYY-MM-DD')
    .replaceAll(/node \S*lakebase\.js/g, 'lakebase')
    .replaceAll(/\d+ days old/g, 'N days old')
}
