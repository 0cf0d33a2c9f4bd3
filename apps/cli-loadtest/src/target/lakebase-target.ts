import { readFileSync } from 'node:fs'
import { CliError, type Io, usageError, userPath } from '@lakebase/cli-kit'
import { asCliError, isWorkspaceError, readDotEnv } from '@lakebase/cli-kit/workspace'
import type { DatabaseTarget } from '@lakebase/workspace'
import { cachedPassword } from './cached-password.js'
import type { OpenedTarget } from './opened-target.js'

export interface LakebaseFlags {
  /** `projects/…/branches/…/endpoints/…`, or the name of a Provisioned instance. */
  readonly endpoint: string
  readonly database?: string | undefined
  readonly user?: string
  readonly quiet: boolean
}

/**
 * A Lakebase database; its passwords are tokens that the workspace mints, renewed within the run.
 *
 * @throws CliError with exit code 4 or 5
 */
export async function lakebaseTarget(flags: LakebaseFlags, io: Io): Promise<OpenedTarget> {
  const named = databaseTarget(flags.endpoint)
  const { LakebaseError, resolveTarget } = await import('@lakebase/pg-client')
  try {
    const dotEnv = readDotEnv([io.cwd], () => true)
    const { HOME } = io.env
    const { address, mint, port, database, workspaceHost } = resolveTarget({
      env: io.env,
      target: named,
      workspace: { ...(dotEnv && { dotEnv }), ...(HOME !== undefined && { home: HOME }) },
      ...(flags.database !== undefined && { database: flags.database }),
      ...(flags.user !== undefined && { user: flags.user }),
      tls: { mode: 'verify-full' },
    })
    if (!flags.quiet)
      io.stderr(`asking ${workspaceHost ?? 'the workspace'} for ${flags.endpoint}\n`)
    const { host, user } = await address()
    const password = cachedPassword(mint)
    // Before a run begins, so that one who may not sign in learns it here.
    await password()
    const ca = certificates(io)
    return {
      target: {
        ...{ host, port, database, user, password },
        tls: { mode: 'verify-full', ...(ca !== undefined && { ca }) },
        applicationName: 'lakebase-loadtest',
      },
      name: `${flags.endpoint}/${database}`,
      close: async () => undefined,
    }
  } catch (error) {
    if (isWorkspaceError(error)) throw asCliError(error)
    if (!(error instanceof LakebaseError)) throw error
    const { code, message } = error
    const finding = { ruleId: `LAKEBASE_${code}`, level: 'error', message } as const
    throw new CliError(code === 'CONFIG' || code === 'AUTH' ? 4 : 5, [finding], { cause: error })
  }
}

function databaseTarget(name: string): DatabaseTarget {
  if (isEndpoint(name)) return { endpoint: name }
  if (/^[A-Za-z][A-Za-z0-9-]*$/.test(name)) return { instance: name }
  throw usageError(
    `"${name}" is neither an endpoint of Lakebase nor an instance`,
    'projects/P/branches/B/endpoints/E, or the name of a Provisioned instance',
  )
}

type Endpoint = `projects/${string}/branches/${string}/endpoints/${string}`

function isEndpoint(name: string): name is Endpoint {
  return /^projects\/[^/]+\/branches\/[^/]+\/endpoints\/[^/]+$/.test(name)
}

function certificates({ env, cwd }: Io): string | undefined {
  const path = env.PGSSLROOTCERT
  if (!path) return undefined
  try {
    return readFileSync(userPath(path, cwd), 'utf8')
  } catch (error) {
    throw usageError(`PGSSLROOTCERT ${path} cannot be read: ${String(error)}`)
  }
}
