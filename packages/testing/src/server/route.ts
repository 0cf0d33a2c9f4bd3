import type { Principal } from '../auth/access-tokens.js'
import type { FakeRequest } from './fake-request.js'
import { ApiError, type Reply } from './reply.js'

/** What a route is given. */
export interface Call {
  readonly request: FakeRequest
  /** The `{name}` parts of the path, decoded. */
  readonly parts: Readonly<Record<string, string>>
  /** Who asks. Routes that are open to all are not given one. */
  readonly principal: Principal
}

export interface Route {
  readonly method: 'GET' | 'POST'
  /** `/api/2.0/database/instances/{name}` */
  readonly path: string
  readonly answer: (call: Call) => Reply | Promise<Reply>
}

/** The route for a request and the values in its path; throws the workspace's 404 when there is none. */
export function findRoute(
  routes: readonly Route[],
  { method, path }: FakeRequest,
): { readonly route: Route; readonly parts: Readonly<Record<string, string>> } {
  for (const route of routes) {
    const parts = route.method === method ? matchPath(route.path, path) : undefined
    if (parts !== undefined) return { route, parts }
  }
  throw new ApiError(404, 'ENDPOINT_NOT_FOUND', `No API found for '${method} ${path}'`)
}

function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return undefined
  const parts: Record<string, string> = {}
  for (const [index, piece] of wanted.entries()) {
    const value = given[index] ?? ''
    const name = /^\{(.+)\}$/.exec(piece)?.[1]
    if (name === undefined ? piece !== value : value === '') return undefined
    if (name !== undefined) parts[name] = decode(value)
  }
  return parts
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    throw new ApiError(400, 'MALFORMED_REQUEST', `'${value}' is not a well-formed part of a path`)
  }
}
