import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startPostgres } from '@lakebase/local-postgres'
import { startFakeWorkspace, startPostgresGateway } from '@lakebase/testing'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { lakebaseLoadtestBeside } from './run-built.js'
import { SETUP, shopFolder } from './shop.js'

const ENDPOINT = 'projects/shop/branches/main/endpoints/primary'

test('--lakebase signs in by the workspace, with a token that stands nowhere', async () => {
  const server = await startPostgres()
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined })
  await sql.unsafe(SETUP)
  await sql.end()
  const workspace = await startFakeWorkspace({
    userName: 'postgres',
    postgresEndpoints: [{ name: ENDPOINT, host: 'localhost' }],
  })
  const gateway = await startPostgresGateway({
    upstream: server,
    tokens: workspace.databaseTokens,
  })
  const folder = shopFolder()
  const [workspaceCa, gatewayCa] = [join(folder, 'w.pem'), join(folder, 'g.pem')]
  writeFileSync(workspaceCa, workspace.ca ?? '')
  writeFileSync(gatewayCa, gateway.ca ?? '')
  const args = [
    'run',
    '--lakebase',
    ENDPOINT,
    '--database',
    'postgres',
    '--duration',
    '1s',
    '--json',
  ]
  const env = {
    DATABRICKS_HOST: workspace.host,
    DATABRICKS_TOKEN: workspace.pat,
    NODE_EXTRA_CA_CERTS: workspaceCa,
    PGSSLROOTCERT: gatewayCa,
    PGPORT: String(gateway.port),
  }
  const { code, stdout, stderr } = await lakebaseLoadtestBeside(args, folder, env)
  expect(stderr).toContain(`for ${ENDPOINT}`)
  const report = JSON.parse(stdout)
  expect(report.run).toMatchObject({
    target: { tls: true },
    connecting: { opened: 8, failed: 0 },
    total: { due: 100, succeeded: 100 },
  })
  expect(code).toBe(0)
  expect(workspace.databaseTokens).toHaveLength(1)
  for (const { token } of workspace.databaseTokens) expect(stdout + stderr).not.toContain(token)
  expect(stdout + stderr).not.toContain(workspace.pat)

  const refused = await lakebaseLoadtestBeside(args, folder, { ...env, DATABRICKS_TOKEN: 'dapi0' })
  expect(refused.code).toBe(4)
  expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, exit: { code: 4 } })
  await Promise.all([gateway.close(), workspace.close()])
  await server.stop()
})
