import * as v from 'valibot'
import { parseBody } from '../server/parse-body.js'
import { ApiError } from '../server/reply.js'
import type { Call, Route } from '../server/route.js'
import type { DatabaseTokens } from './database-tokens.js'
import type { DatabaseInstance } from './lakebase-resources.js'

const TOKEN_LIFETIME_SECONDS = 3600

const credentialRequest = v.object({
  request_id: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
  instance_names: v.pipe(v.array(v.string()), v.minLength(1, 'must name an instance')),
  claims: v.optional(v.array(v.unknown())),
})

/** Lakebase Provisioned: instances and their credentials. */
export function databaseRoutes(
  instances: readonly DatabaseInstance[],
  tokens: DatabaseTokens,
): readonly Route[] {
  const find = (name: string): DatabaseInstance => {
    const instance = instances.find((one) => one.name === name)
    if (instance !== undefined) return instance
    throw new ApiError(404, 'RESOURCE_DOES_NOT_EXIST', `Database instance '${name}' not found.`)
  }
  const mint = ({ request, principal }: Call) => {
    const asked = parseBody(credentialRequest, request.body)
    const minted = tokens.mint({
      userName: principal.userName,
      lifetimeSeconds: TOKEN_LIFETIME_SECONDS,
      resources: asked.instance_names.map((name) => find(name).name),
      claims: asked.claims,
    })
    const expiration_time = new Date(minted.expiresAtMs).toISOString()
    return { status: 200, body: { token: minted.token, expiration_time } }
  }
  return [
    { method: 'POST', path: '/api/2.0/database/credentials', answer: mint },
    {
      method: 'GET',
      path: '/api/2.0/database/instances/{name}',
      answer: ({ parts: { name = '' } }) => ({ status: 200, body: document(find(name)) }),
    },
  ]
}

function document(instance: DatabaseInstance): object {
  return { state: 'AVAILABLE', capacity: 'CU_1', pg_version: 'PG_VERSION_16', ...instance }
}
