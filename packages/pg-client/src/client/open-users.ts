import { createHash } from 'node:crypto'
import { systemClock } from '@lakebase/workspace'
import { closedError } from '../lakebase-error.js'
import type { LakebaseOptions } from '../options.js'
import { type ResolvedTarget, resolveTarget } from '../target/resolve-target.js'
import type { AsUser, Lakebase } from './lakebase.js'

const MOST_CONNECTIONS = 3
/** A user's client without work and connections is forgotten after this. */
const FORGET_MS = 10 * 60_000

type OpenClient = (
  options: LakebaseOptions,
  target: ResolvedTarget,
  onClose: () => void,
) => Lakebase

/** Clients of the same database as other users. The same user, by the same token, gets the same one. */
export function openUsers(parent: LakebaseOptions, target: ResolvedTarget, open: OpenClient) {
  const clients = new Map<string, { readonly client: Lakebase; usedAtMs: number }>()
  const { now } = parent.clock ?? systemClock
  let closed = false

  function forgetIdle(): void {
    for (const [key, { client, usedAtMs }] of clients) {
      const { active, total, connecting } = client.stats()
      if (active + total + connecting > 0 || now() - usedAtMs < FORGET_MS) continue
      clients.delete(key)
      void client.close({ drain: 0 })
    }
  }

  return {
    open(user: AsUser): Lakebase {
      if (closed) throw closedError()
      forgetIdle()
      const key = keyOf(user)
      const known = clients.get(key)
      if (known) {
        known.usedAtMs = now()
        return known.client
      }
      const options = userOptions(parent, target, user)
      const client = open(options, resolveTarget(options), () => void clients.delete(key))
      clients.set(key, { client, usedAtMs: now() })
      return client
    },
    async close(drainMs: number): Promise<void> {
      closed = true
      await Promise.all([...clients.values()].map(({ client }) => client.close({ drain: drainMs })))
    },
  }
}

/** Of the parent's settings nothing that says who comes in. */
function userOptions(
  parent: LakebaseOptions,
  { workspaceHost }: ResolvedTarget,
  user: AsUser,
): LakebaseOptions {
  const { user: _user, password: _password, getToken: _getToken, workspace, ...rest } = parent
  const { PGUSER: _pgUser, PGPASSWORD: _pgPassword, ...env } = parent.env ?? processEnvironment()
  const shared = {
    ...rest,
    singleton: false,
    pool: { ...rest.pool, max: Math.min(rest.pool?.max ?? MOST_CONNECTIONS, MOST_CONNECTIONS) },
  }
  if (isNamed(user)) return { ...shared, env, user: user.user, getToken: user.getToken }
  const host = workspaceHost ?? workspace?.host ?? env.DATABRICKS_HOST
  return {
    ...shared,
    env: onlyDatabase(env),
    workspace: {
      ...(host !== undefined && { host }),
      ...(workspace?.ca !== undefined && { ca: workspace.ca }),
      ...(workspace?.limits && { limits: workspace.limits }),
      token: user,
    },
  }
}

function isNamed(user: AsUser): user is Extract<AsUser, { readonly user: string }> {
  return typeof user === 'object' && 'user' in user
}

/** Without the credentials of the process: the user's are to be used. */
function onlyDatabase(env: Readonly<Record<string, string | undefined>>) {
  const named = Object.entries(env).filter(([name]) => /^(PG|LAKEBASE_)/.test(name))
  return Object.fromEntries(named)
}

function processEnvironment() {
  // biome-ignore lint/style/noProcessEnv: as in resolve-target.ts.
  return process.env
}

/** Nothing that a token can be read from. */
function keyOf(user: AsUser): string {
  if (isNamed(user)) return `user ${user.user}`
  const token = typeof user === 'string' ? user : user.reveal()
  return createHash('sha256').update(token).digest('hex')
}
