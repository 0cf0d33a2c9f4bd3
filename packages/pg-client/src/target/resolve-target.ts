import {
  type DatabaseTarget,
  openWorkspace,
  type Workspace,
  WorkspaceError,
  type WorkspaceOptions,
} from '@lakebase/workspace'
import type { TlsOptions } from '../connection/open-socket.js'
import { LakebaseError } from '../lakebase-error.js'
import type { LakebaseOptions } from '../options.js'
import type { MintToken } from '../token/rotating-token.js'
import { config, hostOf, userOf } from './ask-workspace.js'

/** Where to connect to, as far as it is known without asking anybody. */
export interface ResolvedTarget {
  /** Asks the workspace for what is missing. */
  readonly address: () => Promise<{ readonly host: string; readonly user: string }>
  readonly mint: MintToken
  readonly port: number
  readonly database: string
  readonly tls: TlsOptions
  /** Of the workspace, where one is needed. */
  readonly workspaceHost: string | undefined
  /** The database's name for people. */
  readonly place: string
  /** The same for two clients that may share their connections; holds no secret. */
  readonly key: string
}

/** @throws LakebaseError CONFIG when something is missing that nobody can be asked for. */
export function resolveTarget(options: LakebaseOptions): ResolvedTarget {
  const env = options.env ?? processEnvironment()
  const target = options.target ?? targetOf(env)
  const host = options.host ?? env.PGHOST
  const user = options.user ?? env.PGUSER
  const given = givenMint(options, target, env.PGPASSWORD)
  const needsWorkspace = host === undefined || user === undefined || given === undefined
  const workspace = needsWorkspace ? workspaceOf({ env, ...options.workspace }) : undefined
  const port = options.port ?? portOf(env.PGPORT)
  const database = options.database ?? env.PGDATABASE ?? 'databricks_postgres'
  const place = host ?? Object.values(target ?? {}).join()
  return {
    address: async () => ({
      host: host ?? (await hostOf(workspace, target)),
      user: user ?? (await userOf(workspace)),
    }),
    mint: given ?? minter(workspace, target),
    port,
    database,
    workspaceHost: workspace?.host,
    place,
    tls: tlsOf(options.tls, env.PGSSLMODE),
    key: [place, port, database, user ?? workspace?.host].join('|'),
  }
}

function workspaceOf(options: WorkspaceOptions): Workspace {
  try {
    return openWorkspace(options)
  } catch (error) {
    if (!(error instanceof WorkspaceError)) throw error
    throw new LakebaseError('CONFIG', error.message, { sent: 'no' }, error)
  }
}

/** Tokens that need no workspace. PGPASSWORD counts only where no Lakebase target is named. */
function givenMint(
  { getToken, password }: LakebaseOptions,
  target: DatabaseTarget | undefined,
  pgPassword: string | undefined,
): MintToken | undefined {
  if (getToken) return getToken
  const secret = password ?? (target ? undefined : pgPassword)
  return secret === undefined ? undefined : fixed(secret)
}

function processEnvironment() {
  // biome-ignore lint/style/noProcessEnv: the one place; whoever wants no ambient settings passes `env: {}`.
  return process.env
}

function targetOf(env: Readonly<Record<string, string | undefined>>): DatabaseTarget | undefined {
  const { LAKEBASE_ENDPOINT: endpoint, LAKEBASE_INSTANCE: instance } = env
  if (instance) return { instance }
  if (!endpoint) return undefined
  if (isEndpoint(endpoint)) return { endpoint }
  throw config(`LAKEBASE_ENDPOINT is "${endpoint}"; it reads projects/P/branches/B/endpoints/E`)
}

function isEndpoint(
  name: string,
): name is `projects/${string}/branches/${string}/endpoints/${string}` {
  return /^projects\/[^/]+\/branches\/[^/]+\/endpoints\/[^/]+$/.test(name)
}

function portOf(text: string | undefined): number {
  const port = Number(text ?? 5432)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw config(`PGPORT is "${text}"; a port is a number from 1 to 65535`)
}

/** `require`, which Databricks Apps set, would not look at the certificate; here it does. */
function tlsOf(tls: Partial<TlsOptions> | undefined, pgSslMode: string | undefined): TlsOptions {
  if (tls?.mode === undefined && pgSslMode === 'disable') {
    throw config(
      "PGSSLMODE=disable sends the token in the clear; say tls: { mode: 'off' } if that is meant",
    )
  }
  return { mode: 'verify-full', ...tls }
}

/** A password that does not age: asked for again and again it stays what it is. */
function fixed(password: string | { reveal(): string }): MintToken {
  const token = typeof password === 'string' ? { reveal: () => password } : password
  return async () => ({ token, expiresAt: new Date(Date.now() + 86_400_000) })
}

function minter(workspace: Workspace | undefined, target: DatabaseTarget | undefined): MintToken {
  if (!workspace || !target) {
    throw config('no database: set target, LAKEBASE_ENDPOINT or LAKEBASE_INSTANCE, or a password')
  }
  return ({ signal }) => workspace.databaseCredential(target, { signal })
}
