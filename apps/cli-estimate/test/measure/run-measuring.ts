import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { FakeWorkspace } from '@lakebase/testing'
import { shop } from '../run-built.js'

const bin = resolve(import.meta.dirname, '../../bin/lakebase-estimate.js')

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

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs the built binary beside this process, which has the fake workspace to serve.
 *
 * @param interrupt asked again and again until it says that it is done
 */
export function lakebaseEstimate(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  interrupt: (kill: (signal: NodeJS.Signals) => void) => boolean = () => true,
): Promise<Ended> {
  const { PATH, TMPDIR } = process.env
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [bin, '--as-of', '2026-11-23', ...args], {
      cwd,
      env: {
        PATH,
        TMPDIR,
        HOME: cwd,
        NO_COLOR: '1',
        NODE_EXTRA_CA_CERTS: join(cwd, 'ca.pem'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const timer = setInterval(() => {
      if (interrupt((signal) => void child.kill(signal))) clearInterval(timer)
    }, 50)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      settle({ code, stdout, stderr })
    })
  })
}
