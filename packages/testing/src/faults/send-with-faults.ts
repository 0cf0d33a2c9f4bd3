import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { OpenRequest } from '../server/fake-request.js'
import { ApiError, encodeReply, type Reply, usualErrorCode } from '../server/reply.js'
import type { RequestFault } from './fault.js'

/** Long enough for the first half of a body to be read before the reset throws it away. */
const READ_BEFORE_RESET_MS = 20

export interface Exchange {
  readonly request: OpenRequest
  readonly response: ServerResponse
  /** The true answer; not asked for when a fault answers instead. */
  readonly answer: () => Promise<Reply>
  readonly reset: (socket: Socket) => void
  readonly closing: AbortSignal
}

/** Writes the answer to a request as the faults will have it. */
export async function sendWithFaults(
  exchange: Exchange,
  faults: readonly RequestFault[],
): Promise<void> {
  const { request, response, answer, closing } = exchange
  for (const fault of faults) {
    if (fault.kind !== 'delay') return strike(exchange, fault)
    await sleep(fault.delayMs, undefined, { signal: closing })
    // What the workspace does for a request must not happen after its client has gone.
    if (response.destroyed) return
  }
  send(request, response, await answer())
}

async function strike(exchange: Exchange, fault: RequestFault): Promise<void> {
  const { request, response, answer } = exchange
  switch (fault.kind) {
    case 'delay':
    case 'hang':
      return
    case 'close':
      response.socket?.end()
      return
    case 'status':
      return send(request, response, statusReply(fault))
    case 'truncate':
      return send(request, response, firstHalf(await answer()))
    case 'reset':
      return sendHalfThenReset(exchange)
    case 'html-login':
      return send(request, response, {
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form action="/login"></form></body></html>',
      })
    case 'redirect':
      return send(request, response, {
        status: fault.status ?? 302,
        headers: { location: fault.location },
      })
  }
}

function statusReply(fault: RequestFault & { readonly kind: 'status' }): Reply {
  const { status, headers } = fault
  const usual = new ApiError(status, usualErrorCode(status), 'A fault set by the test.', headers)
  return 'body' in fault ? { status, body: fault.body, ...(headers && { headers }) } : usual.reply
}

/** Writes an answer and writes down which. */
export function send(request: OpenRequest, response: ServerResponse, reply: Reply): void {
  const { bytes, headers } = encodeReply(reply)
  request.status = reply.status
  response.writeHead(reply.status, headers)
  response.end(bytes)
}

function firstHalf(reply: Reply): Reply {
  const { bytes, headers } = encodeReply(reply)
  const half = bytes.subarray(0, bytes.length / 2).toString('utf8')
  return {
    status: reply.status,
    body: half,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(half)) },
  }
}

async function sendHalfThenReset(exchange: Exchange): Promise<void> {
  const { request, response, answer, reset, closing } = exchange
  const reply = await answer()
  const { bytes, headers } = encodeReply(reply)
  request.status = reply.status
  response.writeHead(reply.status, headers)
  response.write(bytes.subarray(0, bytes.length / 2))
  await sleep(READ_BEFORE_RESET_MS, undefined, { signal: closing })
  if (response.socket !== null) reset(response.socket)
}
