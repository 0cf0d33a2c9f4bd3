import { execFile } from 'node:child_process'
import * as v from 'valibot'
import type { Method } from '../credentials/access.js'
import type { Environment } from '../credentials/process-environment.js'
import type { Scrubber } from '../secrets/scrubber.js'
import { Secret } from '../secrets/secret.js'
import { WorkspaceError } from '../workspace-error.js'
import type { Token } from './token-source.js'

const PROGRAM = 'databricks'

const Output = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    access_token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
    expiry: v.pipe(
      v.string(),
      v.transform((text) => Date.parse(text)),
      v.finite(),
    ),
  }),
)

export interface DatabricksCliOptions {
  readonly host: string
  readonly method: Extract<Method, { type: 'databricks-cli' }>
  readonly env: Environment
  readonly scrubber: Scrubber
}

/** Tokens of whoever has signed in with `databricks auth login`. */
export function databricksCli({ host, method, env, scrubber }: DatabricksCliOptions) {
  const target = method.profile === undefined ? ['--host', host] : ['--profile', method.profile]
  const login = `Run: databricks auth login ${target.join(' ')}`
  return async (signal: AbortSignal): Promise<Token> => {
    const output = await run(
      ['auth', 'token', ...target],
      childEnvironment(env, method.configFile),
      signal,
      login,
    )
    const parsed = v.safeParse(Output, output)
    if (!parsed.success) {
      throw new WorkspaceError('AUTH', `${method.source} printed no token`, { hint: login })
    }
    const secret = new Secret(parsed.output.access_token)
    scrubber.learn(secret)
    return { secret, expiresAtMs: parsed.output.expiry }
  }
}

/** Resolves to what it printed, which is a token and goes into no error. */
async function run(
  args: readonly string[],
  env: Environment,
  signal: AbortSignal,
  login: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { env, signal, windowsHide: true, maxBuffer: 2 ** 20 }
    execFile(PROGRAM, args, options, (error, stdout, stderr) => {
      if (!error) resolve(stdout)
      else if (signal.aborted) reject(signal.reason)
      else if (error.code === 'ENOENT') reject(notInstalled(args))
      else {
        const said = stderr.replace(/\s+/g, ' ').trim().slice(0, 400)
        const message = `databricks ${args.join(' ')}: ${said || `exit code ${error.code}`}`
        reject(new WorkspaceError('AUTH', message, { hint: login }))
      }
    })
  })
}

function notInstalled(args: readonly string[]): WorkspaceError {
  return new WorkspaceError(
    'AUTH',
    `no credential is configured, and the databricks command line, asked as the last resort (databricks ${args.join(' ')}), is not on PATH`,
    { hint: 'Set DATABRICKS_TOKEN, or install the Databricks CLI and run: databricks auth login' },
  )
}

/** Without our secrets, which are none of its business and would change what it does. */
function childEnvironment(env: Environment, configFile: string | undefined): Environment {
  const secrets = new Set([
    'DATABRICKS_ACCESS_TOKEN',
    'DATABRICKS_CLIENT_SECRET',
    'DATABRICKS_TOKEN',
  ])
  const kept = Object.entries(env).filter(([name]) => !secrets.has(name))
  return {
    ...Object.fromEntries(kept),
    ...(configFile !== undefined && { DATABRICKS_CONFIG_FILE: configFile }),
  }
}
