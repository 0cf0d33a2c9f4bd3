import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseWorkload } from '@lakebase/config'
import type { UnityTable } from '@lakebase/testing'
import { expect, test } from 'vitest'
import { besideWorkspace } from './beside-workspace.js'
import { lakebase, root } from './run-built.js'

const ddl = join(root, 'examples/shop/tables.sql')

test('CREATE TABLEs become a workload that loads, with columns and keys', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'lakebase-init-'))
  const { code, stderr } = lakebase(['init', '--from-ddl', ddl, '--name', 'shop'], cwd)
  expect(code).toBe(0)
  expect(stderr).toContain('wrote workload.yml with 10 tables')
  const text = readFileSync(join(cwd, 'workload.yml'), 'utf8')
  expect(text).toMatch(/^# yaml-language-server: \$schema=https:/)
  const { workload, findings } = parseWorkload(text, { file: 'workload.yml' })
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  expect(workload?.sync.tables).toHaveLength(10)
  expect(workload?.sync.tables[0]).toMatchObject({
    name: 'main.shop.customers',
    primaryKeys: ['customer_id'],
    policy: 'SNAPSHOT',
  })
  expect(workload?.sync.tables[0]?.columns[0]).toMatchObject({
    name: 'customer_id',
    type: 'BIGINT',
  })
  expect(lakebase(['estimate'], cwd).code).toBe(0)
})

test('tables of Postgres are no tables to sync', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'lakebase-init-'))
  writeFileSync(
    join(cwd, 'pg.sql'),
    'CREATE TABLE public.cart (id bigint PRIMARY KEY, body text);\n',
  )
  const { stdout } = lakebase(['init', '--from-ddl', 'pg.sql', '-o', '-'], cwd)
  const { workload } = parseWorkload(stdout, { file: 'w.yml' })
  expect(workload?.sync.tables).toEqual([])
  expect(workload?.tables).toMatchObject([{ name: 'public.cart', primaryKeys: ['id'] }])
})

test('names that YAML would read otherwise stay names', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'lakebase-init-'))
  writeFileSync(
    join(cwd, 't.sql'),
    'CREATE TABLE `a`.`b`.`no` (`yes` STRING, `1: {` INT) USING DELTA;\n',
  )
  const { stdout } = lakebase(['init', '--from-ddl', 't.sql', '-o', '-', '--name', 'null'], cwd)
  const { workload } = parseWorkload(stdout, { file: 'w.yml' })
  expect(workload?.name).toBe('null')
  expect(workload?.sync.tables[0]?.columns.map(({ name }) => name)).toEqual(['yes', '1: {'])
})

test('a schema of Unity Catalog becomes a workload, page by page, and no warehouse is asked', async () => {
  const orders: UnityTable = {
    columns: [
      { name: 'id', type_name: 'LONG', type_text: 'bigint', nullable: false, position: 0 },
      { name: 'note', type_name: 'STRING', type_text: 'string', position: 1 },
    ],
    properties: { 'delta.enableChangeDataFeed': 'true', 'spark.sql.statistics.numRows': '1200' },
    table_constraints: [{ primary_key_constraint: { name: 'pk', child_columns: ['id'] } }],
  }
  const view: UnityTable = { table_type: 'VIEW', columns: [] }
  const {
    lakebase: run,
    cwd,
    fake,
  } = await besideWorkspace({
    tables: {
      'main.shop.orders': orders,
      'main.shop.lines': orders,
      'main.shop.recent': view,
      'main.other.secret': orders,
    },
  })
  const { code, stderr } = await run(['init', '--from-catalog', 'main.shop'])
  expect(code).toBe(0)
  expect(stderr).toMatch(/reading main\.shop of https:\/\/localhost:\d+ from DATABRICKS_HOST/)
  const text = readFileSync(join(cwd, 'workload.yml'), 'utf8')
  const { workload } = parseWorkload(text, { file: 'workload.yml' })
  expect(workload?.sync.tables.map(({ name }) => name)).toEqual([
    'main.shop.orders',
    'main.shop.lines',
    'main.shop.recent',
  ])
  expect(workload?.sync.tables[0]).toMatchObject({
    rows: 1200,
    changeDataFeed: true,
    primaryKeys: ['id'],
  })
  expect(workload?.sync.tables[2]).toMatchObject({ source: 'view' })
  expect(fake.requests.some(({ path }) => path.includes('/sql/'))).toBe(false)
})

test('a schema with nothing to see is told so', async () => {
  const { lakebase: run } = await besideWorkspace({})
  const { code, stderr } = await run(['init', '--from-catalog', 'main.none'])
  expect(code).toBe(2)
  expect(stderr).toContain('no table that you may see')
})

test('without a terminal and without a source nothing is asked: exit 2', () => {
  const { code, stderr } = lakebase(['init'], mkdtempSync(join(tmpdir(), 'lakebase-init-')))
  expect(code).toBe(2)
  expect(stderr).toContain('--from-ddl')
})

test('a workload of yours is not replaced', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'lakebase-init-'))
  writeFileSync(join(cwd, 'workload.yml'), 'name: mine\n')
  expect(lakebase(['init', '--from-ddl', ddl], cwd).code).toBe(3)
  expect(readFileSync(join(cwd, 'workload.yml'), 'utf8')).toBe('name: mine\n')
})
