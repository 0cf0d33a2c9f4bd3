import { type DatabaseTarget, openWorkspace, type Workspace } from '@lakebase/workspace'
import type { TlsOptions } from '../connection/open-socket.js'
import { LakebaseError } from '../lakebase-error.js'
import type { LakebaseOptions } from '../options.js'
import type { MintToken } from '../token/rotating-token.js'

/** Where to connect to, as far as it is known without asking anybody. */
export interface ResolvedTarget {
  /** Asks the workspace for what is missing. */
  readonly address: () => Promise<{ readonly host: string; readonly user: string }>
  readonly mint: MintToken
  readonly port: number
  readonly database: string
  readonly tls: TlsOptions
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
  const workspace = needsWorkspace ? openWorkspace({ env, ...options.workspace }) : undefined
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
    place,
    tls: tlsOf(options.tls, env.PGSSLMODE),
    key: [place, port, database, user ?? workspace?.host].join('|'),
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

async function hostOf(
  workspace: Workspace | undefined,
  target: DatabaseTarget | undefined,
): Promise<string> {
  if (!workspace || !target) throw config('no host: set host, PGHOST or target')
  const host =
    'endpoint' in target
      ? textAt(
          await workspace.request({ method: 'GET', path: `/api/2.0/postgres/${target.endpoint}` }),
          'status',
          'hosts',
          'host',
        )
      : textAt(
          await workspace.request({
            method: 'GET',
            path: `/api/2.0/database/instances/${encodeURIComponent(target.instance)}`,
          }),
          'read_write_dns',
        )
  if (host === undefined)
    throw config('the workspace gives the database no host yet; is it starting?')
  return host
}

async function userOf(workspace: Workspace | undefined): Promise<string> {
  if (!workspace) throw config('no user: set user or PGUSER')
  const me = await workspace.request({ method: 'GET', path: '/api/2.0/preview/scim/v2/Me' })
  const user = textAt(me, 'userName')
  if (user === undefined) throw config('the workspace does not say who we are; set user')
  return user
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  let at: unknown = value
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = Reflect.get(at, key)
  }
  return typeof at === 'string' ? at : undefined
}

function config(message: string): LakebaseError {
  return new LakebaseError('CONFIG', message, { sent: 'no' })
}
