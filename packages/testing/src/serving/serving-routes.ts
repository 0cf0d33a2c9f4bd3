import { randomUUID } from 'node:crypto'
import * as v from 'valibot'
import { parseBody } from '../server/parse-body.js'
import { ApiError, type Reply, usualErrorCode } from '../server/reply.js'
import type { Call, Route } from '../server/route.js'
import type { ChatFunction, ChatMessage, ChatRefusal } from './chat-answer.js'

const chatBody = v.looseObject({
  messages: v.pipe(
    v.array(v.object({ role: v.string(), content: v.unknown() })),
    v.minLength(1, 'must not be empty'),
  ),
})
const namedChatBody = v.looseObject({ ...chatBody.entries, model: v.string() })

export interface ServingSettings {
  /** Names of the endpoints. */
  readonly endpoints: readonly string[]
  readonly chat: ChatFunction
  readonly now: () => number
}

/** Model serving: the list of endpoints, and chat by either of its two paths. */
export function servingRoutes(settings: ServingSettings): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/2.0/serving-endpoints',
      answer: () => ({
        status: 200,
        body: { endpoints: settings.endpoints.map(endpointDocument) },
      }),
    },
    {
      method: 'POST',
      path: '/serving-endpoints/chat/completions',
      answer: ({ request }) => answerChat(settings, parseBody(namedChatBody, request.body)),
    },
    {
      method: 'POST',
      path: '/serving-endpoints/{name}/invocations',
      answer: ({ request, parts: { name = '' } }: Call) =>
        answerChat(settings, { ...parseBody(chatBody, request.body), model: name }),
    },
  ]
}

async function answerChat(
  { endpoints, chat, now }: ServingSettings,
  body: v.InferOutput<typeof namedChatBody>,
): Promise<Reply> {
  const { model, messages } = body
  if (!endpoints.includes(model)) {
    const message = `The given endpoint does not exist: ${model}`
    throw new ApiError(404, 'RESOURCE_DOES_NOT_EXIST', message)
  }
  const answer = await chat({ model, messages, body })
  return typeof answer === 'object' && 'status' in answer
    ? refusal(answer)
    : { status: 200, body: completion(answer, model, now()) }
}

function refusal({ status, errorCode, message, headers }: ChatRefusal): Reply {
  const code = errorCode ?? usualErrorCode(status)
  return new ApiError(status, code, message ?? 'Refused by the test.', headers).reply
}

function completion(answer: ChatMessage, model: string, nowMs: number): object {
  const said = typeof answer === 'string' ? { content: answer } : answer
  const usage = said.usage ?? { prompt_tokens: 1, completion_tokens: 1 }
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(nowMs / 1000),
    model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: said.content },
        finish_reason: said.finishReason ?? 'stop',
      },
    ],
    usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens },
  }
}

function endpointDocument(name: string): object {
  return {
    name,
    task: 'llm/v1/chat',
    state: { ready: 'READY', config_update: 'NOT_UPDATING' },
  }
}
