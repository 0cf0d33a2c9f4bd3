import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SqlAnswer } from '@lakebase/testing'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { SPEND_QUERY } from '../src/actual/spend-query.js'
import { schemas } from '../src/schema/schemas.js'
import { besideWorkspace } from './beside-workspace.js'
import { root } from './run-built.js'

const shop = readFileSync(join(root, 'examples/shop/workload.yml'), 'utf8')
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
const before = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10)

interface Figures {
  readonly group: string
  readonly estimated: number
  readonly actual: number
  readonly gap: number
  readonly causes: readonly { readonly kind: string; readonly amount: number }[]
}

test('each group beside its estimate; quantity and price add up to the gap', async () => {
  const { report, fake } = await actual(
    bill([
      ['compute', 'DBU', '1400.5', '322.12', 0, yesterday],
      ['BRANCH_DATA_STORAGE', 'DSU', '500', '11.5', 0, yesterday],
      ['sync', 'DBU', '420', '147', 0, yesterday],
    ]),
  )
  const groups: readonly Figures[] = report.groups
  expect(groups.map(({ group }) => group)).toEqual(['compute', 'storage', 'sync'])
  expect(groups.map(({ actual: spent }) => spent)).toEqual([322.12, 11.5, 147])
  for (const { gap, causes, estimated, actual: spent } of groups) {
    expect(gap).toBeCloseTo(spent - estimated, 9)
    expect(causes.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(gap, 1)
  }
  expect(report.period).toMatchObject({ postedThrough: yesterday, days: 7 })
  expect(report.total.estimated).toBeGreaterThan(200)
  const [statement] = fake.requests.filter(({ path }) => path === '/api/2.0/sql/statements')
  expect(JSON.stringify(statement?.body)).toContain('system.billing.usage')
})

test('days that are not posted yet are no saving', async () => {
  const all = await actual(bill([['sync', 'DBU', '420', '147', 0, yesterday]]))
  const late = await actual(bill([['sync', 'DBU', '420', '147', 0, before]]))
  expect(late.report.period.days).toBe(5)
  expect(late.report.total.estimated).toBeCloseTo((all.report.total.estimated * 5) / 7, 6)
  expect((await spoken(bill([['sync', 'DBU', '420', '147', 0, before]]))).stdout).toContain(
    `nothing is posted yet after ${before}`,
  )
})

test('rows without a price make the sum "at least", never smaller in silence', async () => {
  const answer = bill([['compute', 'DBU', '10', null, 3, yesterday]])
  expect((await actual(answer)).report).toMatchObject({ complete: false, unpricedRows: 3 })
  expect((await spoken(answer)).stdout).toContain('3 rows of usage has no price')
})

test('nothing posted is said, and compared with nothing', async () => {
  const { stdout, code } = await spoken(bill([]))
  expect(code).toBe(0)
  expect(stdout).toContain('nothing was posted')
})

test('without the right to read the bill it is exit 4 or 5, with the words of the warehouse', async () => {
  const { code, stderr } = await spoken({
    error: { error_code: 'BAD_REQUEST', message: '[INSUFFICIENT_PERMISSIONS] system.billing' },
    sqlState: '42501',
  })
  expect([4, 5]).toContain(code)
  expect(stderr).toContain('INSUFFICIENT_PERMISSIONS')
})

test('the document keeps to its schema', async () => {
  const { report } = await actual(bill([['sync', 'DBU', '420', '147', 0, yesterday]]))
  const isValid = new Ajv({ allowUnionTypes: true }).compile(Object(await schemas.actual?.()))
  isValid(report)
  expect(isValid.errors ?? []).toEqual([])
})

test('a span that is none is exit 2', async () => {
  const { lakebase } = await besideWorkspace({}, { 'workload.yml': shop })
  expect((await lakebase(['actual', '--since', 'yesterday'])).code).toBe(2)
})

test('the query keeps every record type, and takes the price of the hour', () => {
  expect(SPEND_QUERY).not.toContain('record_type')
  expect(SPEND_QUERY).toMatch(/usage_start_time >= priced\.price_start_time/)
})

function bill(rows: readonly (readonly (string | number | null)[])[]): SqlAnswer {
  const column = (name: string, type_name: string) => ({ name, type_name })
  return {
    columns: [
      column('kind', 'STRING'),
      column('usage_unit', 'STRING'),
      column('quantity', 'DECIMAL'),
      column('usd', 'DECIMAL'),
      column('unpriced_rows', 'LONG'),
      column('last_day', 'STRING'),
    ],
    rows,
  }
}

async function spoken(answer: SqlAnswer) {
  const { lakebase } = await besideWorkspace({ sql: () => answer }, { 'workload.yml': shop })
  return lakebase(['actual', '--since', '7d'])
}

async function actual(answer: SqlAnswer) {
  const { lakebase, fake } = await besideWorkspace({ sql: () => answer }, { 'workload.yml': shop })
  const { stdout, stderr } = await lakebase(['actual', '--since', '7d', '--json'])
  expect(stderr).toContain('for the spend from')
  return { report: JSON.parse(stdout), fake }
}
