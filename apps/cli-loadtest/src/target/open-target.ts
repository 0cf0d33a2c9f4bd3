import { type Io, usageError } from '@lakebase/cli-kit'
import type { TargetOptions } from '../commands/target-options.js'
import type { LoadedScenario } from '../scenario/load-scenario.js'
import { databaseEnvironment } from './database-environment.js'
import { type OpenedTarget, openedTarget } from './opened-target.js'
import { urlTarget } from './url-target.js'

/**
 * The database that the flags name, else the scenario, else the environment. What only some of them need
 * is loaded only then.
 */
export async function openTarget(
  loaded: LoadedScenario,
  options: TargetOptions & { readonly quiet: boolean },
  io: Io,
  signal: AbortSignal,
): Promise<OpenedTarget> {
  const { embedded, url, lakebase, database, quiet } = options
  checkTargetOptions(options)
  if (embedded) {
    const { embeddedTarget } = await import('./embedded-target.js')
    return embeddedTarget(loaded, options, io, signal)
  }
  const env = databaseEnvironment(io)
  const named = lakebase === undefined ? loaded.target : undefined
  if (lakebase !== undefined || named?.kind === 'lakebase') {
    const { lakebaseTarget } = await import('./lakebase-target.js')
    const of = named?.kind === 'lakebase' ? named : { endpoint: lakebase ?? '', database }
    return lakebaseTarget({ ...of, quiet }, { ...io, env })
  }
  if (url === undefined && named?.kind === 'postgres') return openedTarget(named.target)
  return urlTarget(url, { ...io, env })
}

function checkTargetOptions(options: TargetOptions): void {
  const { embedded, url, lakebase, database } = options
  const named = [
    ...(embedded ? ['--embedded'] : []),
    ...(url === undefined ? [] : ['--url']),
    ...(lakebase === undefined ? [] : ['--lakebase']),
  ]
  if (named.length > 1) throw usageError(`${named.join(' and ')}: one database at a time`)
  const filling = [
    ...(options.scale === undefined ? [] : ['--scale']),
    ...(options.setup.length === 0 ? [] : ['--setup']),
    ...(options.ddl.length === 0 ? [] : ['--ddl']),
  ]
  if (filling.length > 0 && !embedded) {
    throw usageError(`${filling[0]} is of --embedded`, 'no other database is filled by us')
  }
  if (database !== undefined && lakebase === undefined) {
    throw usageError('--database is of --lakebase', '--url ends in its database')
  }
}
