import * as v from 'valibot'
import { parseBody } from '../server/parse-body.js'
import { ApiError, type Reply } from '../server/reply.js'
import type { Call, Route } from '../server/route.js'
import type { DatabaseTokens } from './database-tokens.js'
import type { PostgresEndpoint } from './lakebase-resources.js'

const DEFAULT_TTL_SECONDS = 3600
const INVALID_TTL = 'must be between 300s and 3600s'
const BRANCH = '/api/2.0/postgres/projects/{project}/branches/{branch}/endpoints'

const isTtl = (seconds: number) => seconds >= 300 && seconds <= 3600

const credentialRequest = v.object({
  endpoint: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
  ttl: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+(\.\d+)?s$/, INVALID_TTL),
      v.transform((text) => Number(text.slice(0, -1))),
      v.check(isTtl, INVALID_TTL),
    ),
  ),
  expire_time: v.optional(v.pipe(v.string(), v.isoTimestamp('must be an RFC 3339 time'))),
  claims: v.optional(v.array(v.unknown())),
})

export interface PostgresSettings {
  readonly endpoints: readonly PostgresEndpoint[]
  readonly pageSize: number
  readonly tokens: DatabaseTokens
  readonly now: () => number
}

/** Lakebase Autoscaling: endpoints of a branch and their credentials. */
export function postgresRoutes(settings: PostgresSettings): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/api/2.0/postgres/credentials',
      answer: (call) => mint(call, settings),
    },
    { method: 'GET', path: BRANCH, answer: (call) => list(call, settings) },
    {
      method: 'GET',
      path: `${BRANCH}/{endpoint}`,
      answer: ({ parts }) => ({
        status: 200,
        body: document(find(settings.endpoints, `${branchOf(parts)}/endpoints/${parts.endpoint}`)),
      }),
    },
  ]
}

function mint({ request, principal }: Call, { endpoints, tokens, now }: PostgresSettings): Reply {
  const asked = parseBody(credentialRequest, request.body)
  const endpoint = find(endpoints, asked.endpoint)
  const secondsUntil = (time: string) => (Date.parse(time) - now()) / 1000
  const lifetimeSeconds =
    asked.ttl ??
    (asked.expire_time === undefined ? DEFAULT_TTL_SECONDS : secondsUntil(asked.expire_time))
  if (!isTtl(lifetimeSeconds)) {
    throw new ApiError(400, 'INVALID_PARAMETER_VALUE', `expire_time: ${INVALID_TTL}`)
  }
  const minted = tokens.mint({
    userName: principal.userName,
    lifetimeSeconds,
    resources: [endpoint.name],
    claims: asked.claims,
  })
  const expire_time = new Date(minted.expiresAtMs).toISOString()
  return { status: 200, body: { token: minted.token, expire_time } }
}

/** The page token is the index of the first endpoint of the page. */
function list({ request, parts }: Call, { endpoints, pageSize }: PostgresSettings): Reply {
  const parent = branchOf(parts)
  const all = endpoints.filter((one) => one.name.startsWith(`${parent}/endpoints/`))
  if (all.length === 0) throw notFound(parent)
  const start = Number(request.query.page_token ?? 0)
  const end = start + Math.min(pageSize, Number(request.query.page_size ?? pageSize))
  return {
    status: 200,
    body: {
      endpoints: all.slice(start, end).map(document),
      ...(end < all.length && { next_page_token: String(end) }),
    },
  }
}

function find(endpoints: readonly PostgresEndpoint[], name: string): PostgresEndpoint {
  const endpoint = endpoints.find((one) => one.name === name)
  if (endpoint === undefined) throw notFound(name)
  return endpoint
}

function notFound(name: string): ApiError {
  return new ApiError(404, 'RESOURCE_DOES_NOT_EXIST', `${name} was not found.`)
}

function branchOf(parts: Readonly<Record<string, string>>): string {
  return `projects/${parts.project}/branches/${parts.branch}`
}

function document(endpoint: PostgresEndpoint): object {
  return {
    name: endpoint.name,
    parent: endpoint.name.slice(0, endpoint.name.indexOf('/endpoints/')),
    status: {
      endpoint_type: endpoint.type ?? 'ENDPOINT_TYPE_READ_WRITE',
      current_state: endpoint.state ?? 'ACTIVE',
      hosts: {
        host: endpoint.host,
        ...(endpoint.readOnlyHost !== undefined && { read_only_host: endpoint.readOnlyHost }),
      },
      autoscaling_limit_min_cu: endpoint.minCu ?? 1,
      autoscaling_limit_max_cu: endpoint.maxCu ?? 4,
      suspend_timeout_duration: '300s',
    },
  }
}
