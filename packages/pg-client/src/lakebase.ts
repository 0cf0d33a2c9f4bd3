import type { WorkspaceOptions } from '@lakebase/workspace'
import type { Lakebase } from './client/lakebase.js'
import { openClient } from './client/open-client.js'
import type { LakebaseOptions } from './options.js'
import { resolveTarget } from './target/resolve-target.js'

const REGISTRY = Symbol.for('@lakebase/pg-client')

/**
 * The client of a database; the same one for the same database and user. Connects when it is first used.
 *
 * @throws LakebaseError CONFIG
 * @example
 * const db = lakebase()
 * const users = await db.read`select * from users where id = ${id}`
 */
export function lakebase(given: LakebaseOptions = {}): Lakebase {
  const options = { ...given, workspace: oneAttempt(given.workspace) }
  const target = resolveTarget(options)
  if (options.singleton === false) return openClient(options, target, () => undefined)
  const clients = registry()
  const known = clients.get(target.key)
  if (known) return known
  const client = openClient(options, target, () => void clients.delete(target.key))
  clients.set(target.key, client)
  return client
}

/** A request to the workspace is tried again from here, at a pace; not also from there, behind our back. */
function oneAttempt(workspace: WorkspaceOptions | undefined): WorkspaceOptions {
  return { ...workspace, limits: { attempts: 1, headersTimeoutMs: 10_000, ...workspace?.limits } }
}

/** On the global object: two copies of this package, or a reload, share it. */
function registry(): Map<string, Lakebase> {
  const clients: Map<string, Lakebase> = Reflect.get(globalThis, REGISTRY) ?? new Map()
  Reflect.set(globalThis, REGISTRY, clients)
  return clients
}
