import { measureTables, type RunSql, type TableMeasurement } from '@lakebase/sizer'
import { type FakeWorkspace, startFakeWorkspace } from '@lakebase/testing'
import { openWorkspace } from '@lakebase/workspace'
import { afterEach, expect, test } from 'vitest'
import { type FakeTable, forbidden, notFound, warehouse } from './fake-warehouse.js'

const TABLES = 200
const tables: readonly FakeTable[] = Array.from({ length: TABLES }, (_, at) => ({
  name: `main.many.t${at}`,
  columns: [
    { name: 'id', type: 'BIGINT', nullable: false },
    { name: 'note', type: 'STRING', nullable: true },
  ],
  rows: 1_000_000 + at,
  changeDataFeed: true,
}))
const wanted = tables.map(({ name }) => ({ name, primaryKeys: ['id'] }))

let fake: FakeWorkspace | undefined
afterEach(() => fake?.close())

async function start(slowMs: number) {
  const answer = warehouse(tables, (statement) => {
    if (statement.includes('`t17`')) return notFound('main.many.t17')
    const isForbidden = statement.includes('`t42`') && statement.includes('TABLESAMPLE')
    return isForbidden ? forbidden('main.many.t42') : undefined
  })
  fake = await startFakeWorkspace({
    maxSqlWaitMs: 50,
    sql: async (statement, parameters, context) => {
      const delayMs = statement.includes('`t99`') && statement.includes('TABLESAMPLE') ? slowMs : 0
      return { ...(await answer(statement, parameters, context)), delayMs }
    },
  })
  const { host, pat, ca = '' } = fake
  const clock = { now: Date.now, random: Math.random, sleep: async () => undefined }
  const workspace = openWorkspace({
    host,
    token: pat,
    ca,
    clock,
    env: {},
    warehouseId: 'fake-warehouse',
  })
  const runSql: RunSql = async (statement, options) =>
    (await workspace.runSql(statement, options)).rows
  return { fake, runSql }
}

const asked = ({ requests }: FakeWorkspace) => ({
  statements: requests.filter(
    ({ method, path }) => method === 'POST' && path.endsWith('/statements'),
  ).length,
  cancels: requests.filter(({ path }) => path.endsWith('/cancel')).length,
})
const failed = (all: readonly TableMeasurement[]) =>
  all.flatMap((one) => ('error' in one ? [`${one.table}: ${one.error.message}`] : []))

test('200 tables, one missing, one forbidden, one slow, a 429 and a 503 on the way: 198 measured', async () => {
  const { fake: workspace, runSql } = await start(1500)
  const path = '/api/2.0/sql/statements'
  const limit = workspace.fault({
    kind: 'status',
    status: 429,
    headers: { 'retry-after': '0' },
    path,
    after: 30,
    times: 1,
  })
  const down = workspace.fault({ kind: 'status', status: 503, path, after: 60, times: 1 })
  const measured = await measureTables(wanted, runSql)
  expect([limit.fired, down.fired]).toEqual([1, 1])
  expect(measured.map(({ table }) => table)).toEqual(wanted.map(({ name }) => name))
  expect(failed(measured)).toEqual([
    expect.stringContaining('main.many.t17: BAD_REQUEST [TABLE_OR_VIEW_NOT_FOUND]'),
    expect.stringContaining('main.many.t42: BAD_REQUEST [INSUFFICIENT_PERMISSIONS]'),
  ])
  // Four statements a table, one for the missing one; two were sent again. Nothing was cancelled.
  expect(asked(workspace)).toEqual({ statements: 4 * (TABLES - 1) + 1 + 2, cancels: 0 })
})

test('an abort in the middle cancels what runs, and asks nothing more', async () => {
  const { fake: workspace, runSql } = await start(60_000)
  const controller = new AbortController()
  const done: string[] = []
  const work = measureTables(wanted, runSql, {
    signal: controller.signal,
    onMeasured: ({ table }) => {
      done.push(table)
      if (done.length === 120) controller.abort(new Error('enough'))
    },
  })
  await expect(work).rejects.toThrow('enough')
  const { statements, cancels } = asked(workspace)
  expect(cancels).toBeGreaterThanOrEqual(1)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(asked(workspace).statements).toBe(statements)
  expect(statements).toBeLessThan(2 * TABLES + 2 * 140)
})
