import { homedir } from 'node:os'
import { WorkspaceError } from '../workspace-error.js'
import type { WorkspaceOptions } from '../workspace-options.js'
import type { Access, AuthType } from './access.js'
import { type Choice, chooseHost, originOf } from './choose-host.js'
import { findMethod, wantedAuthType } from './find-method.js'
import { optionLevel } from './option-level.js'
import type { Environment } from './process-environment.js'
import { type ConfigFile, openConfigFile, profileLevel } from './profile-level.js'
import { type Level, type Sourced, strongest } from './setting.js'
import { variableLevel } from './variable-level.js'

const WAYS_IN =
  'Set DATABRICKS_HOST with DATABRICKS_TOKEN, or with DATABRICKS_CLIENT_ID and DATABRICKS_CLIENT_SECRET, in the environment or .env; or run: databricks auth login --host https://<workspace>'

/** Decides which workspace to call and how to sign in. Reads `.databrickscfg`; calls nobody. */
export function resolveAccess(options: WorkspaceOptions, env: Environment): Access {
  const levels = [
    optionLevel(options),
    variableLevel('environment', (name) => env[name]),
    variableLevel('.env', (name) => options.dotEnv?.get(name)),
  ]
  const home = options.home ?? homedir()
  const configFile = strongest(levels, 'configFile')
  const file = openConfigFile(configFile, home)
  const choice = chooseMethod(levels, file)
  const { host, repairs } = chooseHost(levels, choice)
  const all = choice.profile ? [...levels, choice.profile] : levels
  const warehouseId = strongest(all, 'warehouseId')
  const httpPath = strongest(all, 'httpPath')
  const model = strongest(all, 'model')
  return {
    host,
    method: { ...choice.method, ...(configFile && { configFile: configFile.value }) },
    notes: [
      ...repairs.map((repair) => `${host.source} read as ${host.value}: ${repair}`),
      ...(choice.profile ? file.notes : []),
    ],
    ...(warehouseId && { warehouseId }),
    ...(httpPath && { httpPath }),
    ...(model && { model }),
  }
}

function chooseMethod(levels: readonly Level[], file: ConfigFile): Choice {
  for (const [rank, level] of levels.entries()) {
    // A wish counts for its own level and the weaker ones: `DATABRICKS_AUTH_TYPE` does not undo an option.
    const wanted = wantedAuthType(levels.slice(0, rank + 1))
    const found = findMethod(level, levels.slice(rank + 1), wanted?.value)
    if (found?.type === 'profile') return fromNamedProfile(found.name, file, rank, wanted?.value)
    if (found) return { method: found, rank }
  }
  return withoutCredentials(levels, file, wantedAuthType(levels))
}

function fromNamedProfile(
  name: Sourced<string>,
  file: ConfigFile,
  rank: number,
  wanted: AuthType | undefined,
): Choice {
  const profile = profileLevel(file, name.value)
  if (profile) return fromProfile(profile, name.value, rank, wanted)
  const known = [...file.profiles].filter(([, values]) => values.size > 0).map(([each]) => each)
  throw new WorkspaceError(
    'CONFIG',
    `${name.source}: ${file.shown} has no profile "${name.value}"`,
    {
      hint:
        known.length > 0
          ? `It has: ${known.join(', ')}.`
          : `Run: databricks auth login --profile ${name.value}`,
    },
  )
}

function fromProfile(
  profile: Level,
  name: string,
  rank: number,
  wanted: AuthType | undefined,
): Choice {
  const own = wanted ?? wantedAuthType([profile])?.value
  const found = findMethod(profile, [], own)
  if (found && found.type !== 'profile') {
    return { method: { ...found, source: profile.name }, rank, profile }
  }
  if (own === undefined || own === 'databricks-cli') {
    const source = `databricks auth token --profile ${name}`
    return { method: { type: 'databricks-cli', profile: name, source }, rank, profile }
  }
  throw new WorkspaceError('CONFIG', `${profile.name} holds nothing for ${own}`)
}

/** Nothing is configured above: the DEFAULT profile if it is for this workspace, else the command line. */
function withoutCredentials(
  levels: readonly Level[],
  file: ConfigFile,
  wanted: Sourced<AuthType> | undefined,
): Choice {
  const host = strongest(levels, 'host')
  const profile = profileLevel(file, 'DEFAULT')
  const profileHost = profile?.setting('host')
  const isSameHost = host && profileHost && originOf(host) === originOf(profileHost)
  if (profile && profileHost && (!host || isSameHost)) {
    return fromProfile(profile, 'DEFAULT', levels.length, wanted?.value)
  }
  if (host && (wanted === undefined || wanted.value === 'databricks-cli')) {
    const source = `databricks auth token --host ${originOf(host)}`
    return { method: { type: 'databricks-cli', source }, rank: levels.length }
  }
  const what = wanted
    ? `${wanted.source} asks for ${wanted.value}, of which nothing`
    : 'no workspace'
  throw new WorkspaceError('CONFIG', `${what} is configured`, { hint: WAYS_IN })
}
