import type { DatabaseTarget, Workspace } from '@lakebase/workspace'
import { LakebaseError } from '../lakebase-error.js'

/** Where the database is. */
export async function hostOf(
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

/** Who we are. */
export async function userOf(workspace: Workspace | undefined): Promise<string> {
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

export function config(message: string): LakebaseError {
  return new LakebaseError('CONFIG', message, { sent: 'no' })
}
