import { WorkspaceError } from '../workspace-error.js'
import { type Place, shown } from './place.js'

/** A redirect is refused, for the token would go with it. */
export function redirectError(
  host: string,
  place: Place,
  status: number,
  location: string | undefined,
): WorkspaceError {
  const target = parse(location, host)
  const where = target ? `${target.origin}${target.pathname}` : 'nowhere'
  const isElsewhere = target !== undefined && target.origin !== host
  return new WorkspaceError(
    'REDIRECT',
    `${shown(place)}: ${status} redirects to ${where}, which was not followed`,
    {
      ...place,
      status,
      hint: isElsewhere
        ? `If that is the workspace, use it as the host: ${target.origin}. If not, a proxy or login page stands between.`
        : 'Check the host: workspaces answer API calls without a redirect.',
    },
  )
}

function parse(location: string | undefined, base: string): URL | undefined {
  if (location === undefined || !URL.canParse(location, base)) return undefined
  return new URL(location, base)
}
