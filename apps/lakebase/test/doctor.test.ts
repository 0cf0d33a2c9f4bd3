import { createServer } from 'node:net'
import type { UnityTable } from '@lakebase/testing'
import { expect, test } from 'vitest'
import { besideWorkspace } from './beside-workspace.js'

const TABLE: UnityTable = { columns: [{ name: 'id', type_name: 'LONG', type_text: 'bigint' }] }
const WORKLOAD = `target: {cloud: aws, region: us-east-1}
delta_synchronization:
  tables_to_sync:
    - {name: main.shop.orders, primary_keys: [id], rows: 1, size_gb: 1}
    - {name: main.shop.hidden, primary_keys: [id], rows: 1, size_gb: 1}
`
const ok = () => ({ columns: [{ name: 'x', type_name: 'INT' }], rows: [] })

test('every step is tested, and a table without a right comes with its GRANT', async () => {
  const tables = { 'main.shop.orders': TABLE, 'main.shop.hidden': TABLE }
  const { lakebase, fake } = await besideWorkspace(
    {
      tables,
      sql: (statement) =>
        statement.includes('hidden')
          ? {
              error: { error_code: 'BAD_REQUEST', message: '[INSUFFICIENT_PERMISSIONS] no SELECT' },
              sqlState: '42501',
            }
          : ok(),
    },
    { 'workload.yml': WORKLOAD },
  )
  const { code, stdout, stderr } = await lakebase(['doctor'])
  expect(code).toBe(4)
  expect(stdout).toMatch(/^good {6}configuration: https:\/\/localhost:\d+ from DATABRICKS_HOST/m)
  expect(stdout).toMatch(/^good {6}signed in: as ada@example\.com, by pat$/m)
  expect(stdout).toMatch(/^good {6}SQL warehouse: Fake warehouse .* is RUNNING$/m)
  expect(stdout).toMatch(/^good {6}table main\.shop\.orders: may be read$/m)
  expect(stdout).toMatch(/^bad {7}table main\.shop\.hidden: .*INSUFFICIENT_PERMISSIONS/m)
  expect(stdout).toContain('GRANT SELECT ON TABLE `main`.`shop`.`hidden` TO `ada@example.com`')
  expect(stdout).toMatch(/^good {6}billing tables: may be read$/m)
  expect(stderr).toContain('exit 4: 1 of 8 tests failed')
  expect(stdout + stderr).not.toContain(fake.pat)
})

test('a warehouse that is stopped is not started, unless --start says so', async () => {
  const statements: string[] = []
  const { lakebase } = await besideWorkspace({
    warehouses: [{ id: 'fake-warehouse', name: 'Sleepy', state: 'STOPPED' }],
    sql: (statement) => {
      statements.push(statement)
      return ok()
    },
  })
  const { code, stdout } = await lakebase(['doctor'])
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /^doubtful {2}SQL warehouse: Sleepy .* is STOPPED\n {10}lakebase doctor --start/m,
  )
  expect(statements).toEqual([])
  await lakebase(['doctor', '--start'])
  expect(statements).not.toEqual([])
})

test('a token that is refused ends the tests, exit 4, with what to run', async () => {
  const { lakebase } = await besideWorkspace({})
  const { code, stdout } = await lakebase(['doctor', '--json'], { DATABRICKS_TOKEN: 'wrong' })
  expect(code).toBe(4)
  const { diagnoses } = JSON.parse(stdout)
  expect(diagnoses).toMatchObject([{ status: 'good' }, { test: 'signed in', status: 'bad' }])
  expect(diagnoses[1].cure).toBeTruthy()
})

test('without any configuration it says what to set', async () => {
  const { lakebase } = await besideWorkspace({})
  const none = { DATABRICKS_HOST: '', DATABRICKS_TOKEN: '', DATABRICKS_HTTP_PATH: '' }
  const { code, stdout } = await lakebase(['doctor'], none)
  expect(code).toBe(4)
  expect(stdout).toContain('DATABRICKS_HOST')
})

test('a network that does not answer is exit 5', async () => {
  const { lakebase, fake } = await besideWorkspace({})
  fake.fault({ kind: 'unknown-ca' })
  expect((await lakebase(['doctor'])).code).toBe(5)
})

test('the port of the database is tried, and a closed one named', async () => {
  const { lakebase } = await besideWorkspace(
    {
      sql: ok,
      postgresEndpoints: [
        {
          name: 'projects/shop/branches/production/endpoints/primary',
          host: await closedHost(),
        },
      ],
    },
    { 'workload.yml': 'bundle: {project_id: shop}\ndatabase_instance: {reads_per_second: 1}\n' },
  )
  const { code, stdout } = await lakebase(['doctor'])
  expect(code).toBe(5)
  expect(stdout).toMatch(/^bad {7}database: .*:5432: /m)
  expect(stdout).toContain('open port 5432')
})

test('every branch of the workload is tried, and --branch tries another one', async () => {
  const endpoint = (branch: string, host: string) =>
    ({ name: `projects/shop/branches/${branch}/endpoints/primary`, host }) as const
  const host = await closedHost()
  const { lakebase } = await besideWorkspace(
    { sql: ok, postgresEndpoints: [endpoint('production', host), endpoint('load', host)] },
    {
      'workload.yml':
        'bundle: {project_id: shop}\ndatabase_instance: {reads_per_second: 1}\nbranches: [{name: load, min_cu: 1, max_cu: 2}, {name: preview, min_cu: 1, max_cu: 2}]\n',
    },
  )
  const both = await lakebase(['doctor'])
  expect(both.stdout).toMatch(/^bad {7}database: /m)
  expect(both.stdout).toMatch(/^bad {7}database, branch load: .*:5432: /m)
  expect(both.stdout).toMatch(/^doubtful {2}database, branch preview: /m)
  const one = await lakebase(['doctor', '--branch', 'load'])
  expect(one.stdout.match(/database/g)).toHaveLength(1)
  expect(one.stdout).toContain('database, branch load')
})

/** An address on which nothing listens at 5432, of those that lead back to this machine. */
async function closedHost(): Promise<string> {
  for (const host of ['127.0.0.71', '127.0.0.72', '127.0.0.73']) {
    const free = await new Promise<boolean>((settle) => {
      const server = createServer()
      server.on('error', () => settle(false))
      server.listen(5432, host, () => server.close(() => settle(true)))
    })
    if (free) return host
  }
  throw new Error('every address tried has a server on 5432')
}
