import type { ModelAttempt } from './attempt.js'
import type { AskModel, ModelMessage } from './chat.js'
import { type ReadReply, readReply } from './read-reply.js'

export interface ModelSettings {
  readonly chat: AskModel
  /** The name of the endpoint; without it the chat's own. */
  readonly model?: string
  readonly maxTokens: number
}

/** What a question gave: an answer that was read, or why there is none. */
export type Asked =
  | { readonly kind: 'reply'; readonly reply: ReadReply; readonly said: string }
  | { readonly kind: 'failure'; readonly attempt: ModelAttempt; readonly isFinal: boolean }

/**
 * Asks once. The chat retries by itself what is worth it.
 *
 * @throws what the chat rejects with when it was aborted
 */
export async function askModel(
  { chat, model, maxTokens }: ModelSettings,
  messages: readonly ModelMessage[],
): Promise<Asked> {
  try {
    const reply = await chat(messages, { maxTokens, ...(model !== undefined && { model }) })
    const said = typeof reply.text === 'string' ? reply.text : JSON.stringify(reply.text)
    return { kind: 'reply', reply: readReply(reply), said }
  } catch (error) {
    if (!(error instanceof Error) || codeOf(error) === 'ABORTED' || error.name === 'AbortError') {
      throw error
    }
    return { kind: 'failure', ...failureOf(error) }
  }
}

/** Codes of `WorkspaceError` after which the next question may fare better. */
const PASSING = new Set(['BAD_ANSWER', 'NETWORK', 'TIMEOUT', 'UNAVAILABLE'])

function failureOf(error: Error): { readonly attempt: ModelAttempt; readonly isFinal: boolean } {
  const code = codeOf(error)
  const message = error.message.replace(/\s+/g, ' ').slice(0, 300)
  if (code === 'RATE_LIMIT') {
    const retryAfterMs = 'retryAfterMs' in error ? error.retryAfterMs : undefined
    const wait = typeof retryAfterMs === 'number' ? { retryAfterMs } : {}
    return { attempt: { outcome: 'rate limit', message, ...wait }, isFinal: false }
  }
  if (/the model said nothing/.test(message)) {
    return { attempt: { outcome: 'empty', message }, isFinal: false }
  }
  return { attempt: { outcome: 'no answer', message }, isFinal: !PASSING.has(code) }
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
