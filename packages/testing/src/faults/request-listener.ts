import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { type FakeRequest, readRequest } from '../server/fake-request.js'
import { ApiError, type Reply } from '../server/reply.js'
import type { RequestFault } from './fault.js'
import { send, sendWithFaults } from './send-with-faults.js'

interface ListenerSettings {
  readonly record: (request: FakeRequest) => void
  /** The true answer to a request. */
  readonly answer: (request: FakeRequest) => Promise<Reply>
  readonly faultsFor: (request: FakeRequest) => readonly RequestFault[]
  readonly reset: (socket: Socket) => void
  /** Milliseconds since 1970, for the Date header. */
  readonly now: () => number
  readonly closing: AbortSignal
}

/** What the HTTP server does with a request: writes it down, then answers as the faults will have it. */
export function requestListener(settings: ListenerSettings): RequestListener {
  const { record, answer, faultsFor, reset, now, closing } = settings

  async function exchange(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = await readRequest(message)
    record(request)
    response.setHeader('date', new Date(now()).toUTCString())
    const parts = { request, response, answer: () => answer(request), reset, closing }
    try {
      await sendWithFaults(parts, faultsFor(request))
    } catch (error) {
      if (closing.aborted || response.destroyed || response.headersSent) throw error
      send(request, response, new ApiError(500, 'INTERNAL_ERROR', String(error)).reply)
    }
  }
  return (message, response) => {
    // The client has gone or the workspace closes: nobody is left to be told.
    exchange(message, response).catch(() => message.socket.destroy())
  }
}
