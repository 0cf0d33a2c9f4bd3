import * as v from 'valibot'
import { parseValue } from '../http/parse-answer.js'
import type { SendRequest } from '../http/request.js'

export interface ServingEndpoint {
  readonly name: string
  /** `llm/v1/chat` for models to chat with. */
  readonly task: string | undefined
  readonly isReady: boolean
}

const PATH = '/api/2.0/serving-endpoints'
const Answer = v.object({
  endpoints: v.optional(
    v.array(
      v.object({
        name: v.string(),
        task: v.optional(v.string()),
        state: v.optional(v.object({ ready: v.optional(v.string()) })),
      }),
    ),
    [],
  ),
})

export async function listServingEndpoints(
  request: SendRequest,
  signal?: AbortSignal,
): Promise<readonly ServingEndpoint[]> {
  const answer = await request({ path: PATH, ...(signal && { signal }) })
  const { endpoints } = parseValue(Answer, { method: 'GET', path: PATH }, answer)
  return endpoints.map(({ name, task, state }) => ({
    name,
    task,
    isReady: state?.ready === 'READY',
  }))
}
