/** What a model is asked, whichever path it came by. */
export interface ChatRequest {
  /** The serving endpoint's name. */
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: unknown }[]
  /** The whole body: temperature, response_format, ... */
  readonly body: Readonly<Record<string, unknown>>
}

/** What the model says. Plain text is the short form. */
export type ChatMessage =
  | string
  | {
      /** Text, or a list of blocks as reasoning models send. */
      readonly content: string | readonly unknown[]
      readonly finishReason?: 'content_filter' | 'length' | 'stop'
      readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number }
    }

/** Why the model says nothing. */
export interface ChatRefusal {
  /** 400, 429, 503, ... */
  readonly status: number
  readonly errorCode?: string
  readonly message?: string
  /** `{ 'retry-after': '1' }` */
  readonly headers?: Readonly<Record<string, string>>
}

export type ChatAnswer = ChatMessage | ChatRefusal

export type ChatFunction = (request: ChatRequest) => ChatAnswer | Promise<ChatAnswer>
