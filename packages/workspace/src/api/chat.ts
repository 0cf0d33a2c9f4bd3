import * as v from 'valibot'
import type { Access } from '../credentials/access.js'
import { parseValue } from '../http/parse-answer.js'
import { type Place, shown } from '../http/place.js'
import type { SendRequest } from '../http/request.js'
import { WorkspaceError } from '../workspace-error.js'
import { modelOf, withModelNames } from './model-name.js'

export interface ChatMessage {
  readonly role: 'assistant' | 'system' | 'user'
  readonly content: string
}

export interface ChatOptions {
  /** Name of the serving endpoint. Default: the workspace's `model`. */
  readonly model?: string
  readonly maxTokens?: number
  /** Left out unless given: some models refuse it. */
  readonly temperature?: number
  /** As the endpoint takes it: `{ type: 'json_object' }`, or `json_schema` with a schema. */
  readonly responseFormat?: Readonly<Record<string, unknown>>
  readonly signal?: AbortSignal
  /** Default 5 minutes. */
  readonly timeoutMs?: number
}

export interface ChatAnswer {
  readonly text: string
  /** `stop`, `length`, `content_filter`, ... */
  readonly finishReason: string
  /** The model ran into its limit of tokens: the text breaks off. */
  readonly isTruncated: boolean
  readonly usage: { readonly inputTokens: number; readonly outputTokens: number } | undefined
}

export type Chat = (messages: readonly ChatMessage[], options?: ChatOptions) => Promise<ChatAnswer>

const TIMEOUT_MS = 5 * 60_000

/** Reasoning models send a list of blocks, of which only those of text are the answer. */
const Block = v.looseObject({ type: v.string(), text: v.optional(v.string(), '') })
const Answer = v.object({
  choices: v.pipe(
    v.array(
      v.object({
        message: v.object({ content: v.nullish(v.union([v.string(), v.array(Block)])) }),
        finish_reason: v.nullish(v.string(), 'stop'),
      }),
    ),
    v.minLength(1),
  ),
  usage: v.nullish(
    v.object({ prompt_tokens: v.number(), completion_tokens: v.nullish(v.number(), 0) }),
  ),
})

/** Asks a model. What is sent twice, because an answer was lost, is paid twice and does nothing else. */
export function createChat(request: SendRequest, access: Access): Chat {
  return async (messages, options = {}) => {
    const model = options.model?.trim() || modelOf(access)
    const place = {
      method: 'POST',
      path: `/serving-endpoints/${encodeURIComponent(model)}/invocations`,
    }
    const answer = await request({
      method: 'POST',
      path: place.path,
      body: bodyOf(messages, options),
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      idempotent: true,
      ...(options.signal && { signal: options.signal }),
    }).catch(async (error: unknown) => {
      throw await withModelNames(error, model, request)
    })
    return read(place, answer)
  }
}

function bodyOf(messages: readonly ChatMessage[], options: ChatOptions): object {
  return {
    messages,
    ...(options.maxTokens !== undefined && { max_tokens: options.maxTokens }),
    ...(options.temperature !== undefined && { temperature: options.temperature }),
    ...(options.responseFormat && { response_format: options.responseFormat }),
  }
}

function read(place: Place, body: unknown): ChatAnswer {
  const { choices, usage } = parseValue(Answer, place, body)
  const [choice] = choices
  const content = choice?.message.content ?? ''
  const finishReason = choice?.finish_reason ?? 'stop'
  const text =
    typeof content === 'string'
      ? content
      : content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('')
  const isTruncated = finishReason === 'length'
  if (text === '' && !isTruncated) {
    throw new WorkspaceError(
      'BAD_ANSWER',
      `${shown(place)}: the model said nothing (${finishReason})`,
      {
        ...place,
      },
    )
  }
  return {
    text,
    finishReason,
    isTruncated,
    usage: usage
      ? { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens }
      : undefined,
  }
}
