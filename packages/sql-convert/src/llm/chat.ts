/** Asks a model; `chat` of `@lakebase/workspace` is one. */
export type AskModel = (
  messages: readonly ModelMessage[],
  options: { readonly model?: string; readonly maxTokens: number },
) => Promise<ModelReply>

export interface ModelMessage {
  readonly role: 'assistant' | 'system' | 'user'
  readonly content: string
}

export interface ModelReply {
  /** What it said: text, or blocks of which those of type `text` are the answer. */
  readonly text: string | readonly ModelBlock[]
  /** Whether it broke off at the limit of tokens. */
  readonly isTruncated?: boolean
  /** `length` says so too. */
  readonly finishReason?: string
}

export interface ModelBlock {
  readonly type: string
  readonly text?: string
}
