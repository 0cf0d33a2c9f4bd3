import type { Secret } from '../secrets/secret.js'
import { WorkspaceError } from '../workspace-error.js'
import { AUTH_TYPES, type AuthType, type Method } from './access.js'
import type { Level, Sourced } from './setting.js'
import { strongest } from './setting.js'

/** A method, or the name of the profile that has one. */
export type Found = Method | { readonly type: 'profile'; readonly name: Sourced<string> }

/** What one level is configured with. `weaker` are the levels below, for the second half of a pair. */
export function findMethod(
  level: Level,
  weaker: readonly Level[],
  wanted: AuthType | undefined,
): Found | undefined {
  const found = candidates(level, weaker).filter(
    ({ type }) => wanted === undefined || type === wanted || type === 'profile',
  )
  // A profile is asked only when the level itself does not hold what is wanted.
  const [first, second] = wanted === undefined ? found : found.slice(0, 1)
  if (first && second) {
    throw new WorkspaceError(
      'CONFIG',
      `two ways to sign in are configured: ${sourceOf(first)} and ${sourceOf(second)}`,
      {
        hint: `Unset one, or choose with DATABRICKS_AUTH_TYPE or the option authType: ${choices(found)}.`,
      },
    )
  }
  return first && complete(first)
}

/** The sign-in method that somebody insists on. */
export function wantedAuthType(levels: readonly Level[]): Sourced<AuthType> | undefined {
  const written = strongest(levels, 'authType')
  if (!written) return undefined
  const value = AUTH_TYPES.find((type) => type === written.value)
  if (value) return { value, source: written.source }
  throw new WorkspaceError(
    'CONFIG',
    `${written.source}: "${written.value}" is not supported; known are ${AUTH_TYPES.join(', ')}`,
    { hint: 'Or pass getToken, a function that returns a token however you get it.' },
  )
}

/** A pair of which one half may be missing. */
interface ClientPair {
  readonly type: 'oauth-m2m'
  readonly id: Sourced<string> | undefined
  readonly secret: Sourced<Secret> | undefined
  readonly source: string
}
type Candidate = Exclude<Found, { type: 'oauth-m2m' }> | ClientPair

function candidates(level: Level, weaker: readonly Level[]): readonly Candidate[] {
  const token = level.secret('token')
  const id = level.setting('clientId')
  const secret = level.secret('clientSecret')
  const profile = level.setting('profile')
  const pair = secret ?? id
  return [
    ...(level.getToken
      ? [{ type: 'function' as const, getToken: level.getToken, source: 'option getToken' }]
      : []),
    ...(token ? [{ type: 'pat' as const, token: token.value, source: token.source }] : []),
    ...(pair
      ? [
          {
            type: 'oauth-m2m' as const,
            id: id ?? strongest(weaker, 'clientId'),
            secret: secret ?? weaker.map((each) => each.secret('clientSecret')).find(Boolean),
            source: pair.source,
          },
        ]
      : []),
    ...(profile ? [{ type: 'profile' as const, name: profile }] : []),
  ]
}

function complete(candidate: Candidate): Found {
  if (candidate.type !== 'oauth-m2m') return candidate
  const { id, secret, source } = candidate
  if (id && secret) {
    return { type: 'oauth-m2m', clientId: id.value, clientSecret: secret.value, source }
  }
  throw new WorkspaceError('CONFIG', `${source} has no client ${id ? 'secret' : 'id'} beside it`, {
    hint: `Set ${id ? 'DATABRICKS_CLIENT_SECRET' : 'DATABRICKS_CLIENT_ID'}, or unset the other.`,
  })
}

function sourceOf(candidate: Candidate): string {
  if (candidate.type === 'profile') return candidate.name.source
  return `${candidate.source}, ${candidate.type}`
}

function choices(found: readonly Candidate[]): string {
  return found.flatMap(({ type }) => (type === 'profile' ? [] : [type])).join(' or ')
}
