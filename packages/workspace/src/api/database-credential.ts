import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { parseValue } from '../http/parse-answer.js'
import type { SendRequest } from '../http/request.js'
import { Secret } from '../secrets/secret.js'

/** A Lakebase database: an Autoscaling endpoint, or a Provisioned instance. */
export type DatabaseTarget =
  | { readonly endpoint: `projects/${string}/branches/${string}/endpoints/${string}` }
  | { readonly instance: string }

/** A password for Postgres. It is checked at login only; a connection outlives it. */
export interface DatabaseCredential {
  readonly token: Secret
  readonly expiresAt: Date
}

const ExpiryTime = v.pipe(
  v.string(),
  v.transform((text) => new Date(text)),
  v.date(),
)
const EndpointAnswer = v.object({ token: v.string(), expire_time: ExpiryTime })
const InstanceAnswer = v.object({ token: v.string(), expiration_time: ExpiryTime })

/** Asking twice gives two tokens and harms nothing, so a lost answer is asked for again. */
export async function databaseCredential(
  request: SendRequest,
  target: DatabaseTarget,
  signal?: AbortSignal,
): Promise<DatabaseCredential> {
  const call = { method: 'POST' as const, idempotent: true, ...(signal && { signal }) }
  if ('endpoint' in target) {
    const path = '/api/2.0/postgres/credentials'
    const answer = await request({ ...call, path, body: { endpoint: target.endpoint } })
    const { token, expire_time } = parseValue(EndpointAnswer, { ...call, path }, answer)
    return { token: new Secret(token), expiresAt: expire_time }
  }
  const path = '/api/2.0/database/credentials'
  const body = { request_id: randomUUID(), instance_names: [target.instance] }
  const answer = await request({ ...call, path, body })
  const { token, expiration_time } = parseValue(InstanceAnswer, { ...call, path }, answer)
  return { token: new Secret(token), expiresAt: expiration_time }
}
