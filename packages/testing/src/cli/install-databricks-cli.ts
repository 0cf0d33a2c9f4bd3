import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import type { AccessToken } from '../auth/access-tokens.js'
import { DATABRICKS_CLI_SCRIPT } from './databricks-cli-script.js'

const callLine = v.object({ args: v.array(v.string()), atMs: v.number() })

/** What the stub says to `auth token`; it always says its version. */
export type DatabricksCliOptions = {
  /** Without the `v`. Default `1.4.0`. */
  readonly version?: string
  /** The hosts logged in to; any when left out. */
  readonly hosts?: readonly string[]
  /** The profiles known; any when left out. */
  readonly profiles?: readonly string[]
} & (
  | { readonly token: AccessToken }
  /** Printed on stderr after `Error: `; the exit code is 1. */
  | { readonly error: string }
  /** Never answers, until it is killed or removed. */
  | { readonly hang: true }
)

export interface DatabricksCli {
  /** To be put first in PATH. */
  readonly folder: string
  /** How it was called, oldest first. */
  readonly calls: () => Promise<
    readonly { readonly args: readonly string[]; readonly atMs: number }[]
  >
  /** Changes what it says from the next call on. */
  readonly answerWith: (options: DatabricksCliOptions) => Promise<void>
  /** Deletes the folder; a stub that hangs ends within 0.1 s. */
  readonly remove: () => Promise<void>
}

/** Writes an executable `databricks` into a new temporary folder (a shell script: not for Windows). */
export async function installDatabricksCli(options: DatabricksCliOptions): Promise<DatabricksCli> {
  const folder = await mkdtemp(join(tmpdir(), 'fake-databricks-cli-'))
  const file = (name: string) => join(folder, name)
  const answerWith = (next: DatabricksCliOptions) =>
    writeFile(file('orders.json'), JSON.stringify(orders(next)))

  await answerWith(options)
  await writeFile(file('calls.jsonl'), '')
  await writeFile(file('stub.mjs'), DATABRICKS_CLI_SCRIPT)
  // The absolute path of node: PATH may hold nothing but this folder.
  const start = `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(file('stub.mjs'))} "$@"\n`
  await writeFile(file('databricks'), start)
  await chmod(file('databricks'), 0o755)
  return {
    folder,
    calls: async () => readCalls(await readFile(file('calls.jsonl'), 'utf8')),
    answerWith,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

function orders(options: DatabricksCliOptions): object {
  const { version = '1.4.0' } = options
  return { ...options, version, ...('token' in options && { token: oauthToken(options.token) }) }
}

/** As Go's oauth2.Token is written. */
function oauthToken({ token, expiresAtMs }: AccessToken): object {
  return { access_token: token, token_type: 'Bearer', expiry: new Date(expiresAtMs).toISOString() }
}

function readCalls(text: string) {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => v.parse(callLine, JSON.parse(line)))
}

function quote(path: string): string {
  return `'${path.replaceAll("'", "'\\''")}'`
}
