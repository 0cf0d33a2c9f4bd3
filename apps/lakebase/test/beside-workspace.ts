import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type FakeWorkspace,
  type FakeWorkspaceOptions,
  runBuiltBeside,
  startFakeWorkspace,
} from '@lakebase/testing'
import { afterEach } from 'vitest'
import { bin } from './run-built.js'

const running: FakeWorkspace[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((fake) => fake.close()))
})

/** A workspace of its own, and a folder with these files from which it is asked. */
export async function besideWorkspace(
  options: FakeWorkspaceOptions,
  files: Readonly<Record<string, string>> = {},
) {
  const fake = await startFakeWorkspace(options)
  running.push(fake)
  const cwd = mkdtempSync(join(tmpdir(), 'lakebase-workspace-'))
  for (const [name, text] of Object.entries({ 'ca.pem': fake.ca ?? '', ...files })) {
    writeFileSync(join(cwd, name), text)
  }
  const signedIn = {
    HOME: cwd,
    NODE_EXTRA_CA_CERTS: join(cwd, 'ca.pem'),
    DATABRICKS_HOST: fake.host,
    DATABRICKS_TOKEN: fake.pat,
    DATABRICKS_HTTP_PATH: '/sql/1.0/warehouses/fake-warehouse',
  }
  const lakebase = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    runBuiltBeside(bin, args, { cwd, env: { ...signedIn, ...env } })
  return { fake, cwd, lakebase }
}
