import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { besideWorkspace } from './beside-workspace.js'
import { root } from './run-built.js'
import { answer } from './small-warehouse.js'

const shop = readFileSync(join(root, 'examples/shop/workload.yml'), 'utf8')

test('a catalog that answers in another form is the workspace’s failure, exit 5', async () => {
  const { lakebase, fake } = await besideWorkspace({})
  fake.fault({
    kind: 'status',
    status: 200,
    body: { tables: 'none' },
    path: '/api/2.1/unity-catalog/tables',
  })
  const { code, stderr } = await lakebase(['init', '--from-catalog', 'main.shop'])
  expect(code).toBe(5)
  expect(stderr).toContain('answered in a form that is not known')
})

test('a bill of other columns is the workspace’s failure, exit 5', async () => {
  const { lakebase } = await besideWorkspace(
    { sql: () => answer(['something'], [['else']]) },
    { 'workload.yml': shop },
  )
  const { code, stderr } = await lakebase(['actual', '--since', '7d'])
  expect(code).toBe(5)
  expect(stderr).toContain('WORKSPACE_BAD_ANSWER')
})
