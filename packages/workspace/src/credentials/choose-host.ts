import { WorkspaceError } from '../workspace-error.js'
import type { Method } from './access.js'
import { isDatabricksHost, repairHost } from './repair-host.js'
import { type Level, type Sourced, strongest } from './setting.js'

/** A way to sign in, and how strong the place is that it came from. */
export interface Choice {
  readonly method: Method
  /** Of its level; lower is stronger. */
  readonly rank: number
  /** When it is one of a profile. */
  readonly profile?: Level
}

/** Options come first, then the environment, then `.env`. */
const ENVIRONMENT_RANK = 1

/** The workspace that a credential is for. It is not sent to a host that somebody else has named. */
export function chooseHost(
  levels: readonly Level[],
  { method, rank, profile }: Choice,
): { readonly host: Sourced<string>; readonly repairs: readonly string[] } {
  const above = strongest(levels, 'host')
  const own = profile?.setting('host')
  if (above && own && originOf(above) !== originOf(own)) {
    throw new WorkspaceError(
      'CONFIG',
      `${above.source} and ${own.source} name different workspaces; a credential is not sent to another than its own`,
      { hint: 'Unset the host, or name the profile of that workspace.' },
    )
  }
  const chosen = own ?? above
  if (!chosen) {
    throw new WorkspaceError(
      'CONFIG',
      `${method.source} says how to sign in, but nothing says where`,
      {
        hint: 'Set DATABRICKS_HOST.',
      },
    )
  }
  const { host, repairs } = repairHost(chosen.value, chosen.source)
  const hostRank = levels.findIndex((level) => level.setting('host') !== undefined)
  // The user's own profiles are trusted as the environment is, whoever named them.
  const trust = profile ? Math.min(rank, ENVIRONMENT_RANK) : rank
  // A `.env` that came with somebody's repository must not draw the user's own token to its host.
  if (!own && hostRank > trust && !isDatabricksHost(host)) {
    throw new WorkspaceError(
      'CONFIG',
      `${chosen.source} is outside Databricks' domains, and ${method.source} was not given for it`,
      { hint: 'Set host and credential in the same place.' },
    )
  }
  return { host: { value: host, source: chosen.source }, repairs }
}

export function originOf({ value, source }: Sourced<string>): string {
  return repairHost(value, source).host
}
