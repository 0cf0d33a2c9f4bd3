import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ended, type FakeWorkspace, runBuiltBeside } from '@lakebase/testing'
import { bin, shop } from '../run-built.js'

/** A folder with the sample workload, and the certificate to trust. */
export function workFolder(fake: FakeWorkspace): string {
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-measure-'))
  copyFileSync(shop, join(folder, 'workload.yml'))
  writeFileSync(join(folder, 'ca.pem'), fake.ca ?? '')
  return folder
}

/** The variables that name the fake warehouse and sign in. */
export function credentials(fake: FakeWorkspace): Readonly<Record<string, string>> {
  return {
    DATABRICKS_HOST: fake.host,
    DATABRICKS_TOKEN: fake.pat,
    DATABRICKS_HTTP_PATH: '/sql/1.0/warehouses/fake-warehouse',
  }
}

/** Runs the built binary beside this process, which has the fake workspace to serve. */
export function lakebaseEstimate(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  interrupt?: (kill: (signal: NodeJS.Signals) => void) => boolean,
): Promise<Ended> {
  const options = { cwd, env: { HOME: cwd, NODE_EXTRA_CA_CERTS: join(cwd, 'ca.pem'), ...env } }
  return runBuiltBeside(bin, ['--as-of', '2026-11-23', ...args], options, interrupt)
}
