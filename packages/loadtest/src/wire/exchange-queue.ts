import type { Connection, Exchange } from './connection.js'
import type { ServerMessage } from './protocol/server-message.js'
import { serverError, type WireError } from './wire-error.js'

type Answer =
  | { readonly kind: 'message'; readonly type: number; readonly body: Buffer }
  | { readonly kind: 'error'; readonly error: ServerMessage }
  | { readonly kind: 'complete'; readonly rows: number }
  | { readonly kind: 'ready'; readonly status: number }

/** Answers one after the other, for what is not in a hurry: logging in, preparing, single queries. */
export interface ExchangeQueue {
  /** @throws WireError when the connection is lost */
  next(): Promise<Answer>
  /** What comes from now on is for somebody else. */
  release(): void
}

export function queueAnswers(connection: Connection): ExchangeQueue {
  const answers: Answer[] = []
  let lost: WireError | undefined
  let wake: () => void = () => undefined
  const push = (answer: Answer) => {
    answers.push(answer)
    wake()
  }
  const exchange: Exchange = {
    commandComplete: (rows) => push({ kind: 'complete', rows }),
    failed: (error) => push({ kind: 'error', error }),
    readyForQuery: (status) => push({ kind: 'ready', status }),
    message: (type, bytes, start, end) =>
      push({ kind: 'message', type, body: Buffer.from(bytes.subarray(start, end)) }),
    lost: (error) => {
      lost = error
      wake()
    },
  }
  if (connection.end) lost = connection.end
  else connection.exchange = exchange
  return {
    next: async () => {
      for (;;) {
        const answer = answers.shift()
        if (answer) return answer
        if (lost) throw lost
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    release: () => {
      if (connection.exchange === exchange) connection.exchange = undefined
    },
  }
}

/** Waits for the end of what was sent. @throws WireError what the server refused */
export async function untilReady(queue: ExchangeQueue): Promise<void> {
  let failure: WireError | undefined
  for (;;) {
    const answer = await queue.next()
    if (answer.kind === 'error') failure ??= serverError(answer.error)
    else if (answer.kind === 'ready') {
      if (failure) throw failure
      return
    }
  }
}
