import * as v from 'valibot'
import { parseValue } from '../http/parse-answer.js'
import type { SendRequest } from '../http/request.js'

export interface Warehouse {
  readonly id: string
  readonly name: string
  /** RUNNING, STOPPED, STARTING, ... */
  readonly state: string
  /** `Small`, ... */
  readonly size: string | undefined
  readonly isServerless: boolean
}

const PATH = '/api/2.0/sql/warehouses'
const Answer = v.object({
  warehouses: v.optional(
    v.array(
      v.object({
        id: v.string(),
        name: v.string(),
        state: v.string(),
        cluster_size: v.optional(v.string()),
        enable_serverless_compute: v.optional(v.boolean(), false),
      }),
    ),
    [],
  ),
})

export async function listWarehouses(
  request: SendRequest,
  signal?: AbortSignal,
): Promise<readonly Warehouse[]> {
  const answer = await request({ path: PATH, ...(signal && { signal }) })
  const { warehouses } = parseValue(Answer, { method: 'GET', path: PATH }, answer)
  return warehouses.map(({ id, name, state, cluster_size, enable_serverless_compute }) => ({
    id,
    name,
    state,
    size: cluster_size,
    isServerless: enable_serverless_compute,
  }))
}
