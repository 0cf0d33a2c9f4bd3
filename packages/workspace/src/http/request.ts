import type { Clock } from '../clock.js'
import type { TokenSource } from '../tokens/token-source.js'
import { WorkspaceError } from '../workspace-error.js'
import { apiError } from './api-error.js'
import { startDeadline } from './deadline.js'
import type { Answer, Exchange, Message } from './exchange.js'
import type { Limits } from './limits.js'
import { readJson } from './parse-answer.js'
import { shown } from './place.js'
import { withRetries } from './with-retries.js'

/** One call of the workspace's API. */
export interface WorkspaceRequest {
  /** Default GET. */
  readonly method?: Message['method']
  /** Begins with `/`: `/api/2.0/sql/warehouses`. It cannot name another host. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  /** Sent as JSON. */
  readonly body?: unknown
  readonly signal?: AbortSignal
  /** For the whole call. Default: `limits.totalTimeoutMs`. */
  readonly timeoutMs?: number
  /** Whether it may be sent again when its answer is lost. Default: true for all but POST and PATCH. */
  readonly idempotent?: boolean
}

/** The JSON of the answer; undefined when it is empty. */
export type SendRequest = (request: WorkspaceRequest) => Promise<unknown>

export interface RequestOptions {
  readonly exchange: Exchange
  readonly tokens: TokenSource
  readonly clock: Clock
  readonly limits: Limits
  /** What to do when the token is refused. */
  readonly signInHint: string
}

export function createRequest(options: RequestOptions): SendRequest {
  const { clock, limits } = options
  return async (request) => {
    const { method = 'GET', path, timeoutMs = limits.totalTimeoutMs } = request
    const place = { method, path }
    if (!/^\/(?!\/)[^?#\s\\]*$/.test(path)) {
      throw new WorkspaceError('BAD_REQUEST', `${shown(place)}: not a path that begins with one /`)
    }
    const deadline = startDeadline(shown(place), timeoutMs, request.signal)
    try {
      const message: Message = {
        method,
        path: path + queryText(request.query),
        headers: headersOf(request.body),
        signal: deadline.signal,
        // A call that is given more time may be one that is slow to begin its answer.
        headersTimeoutMs: Math.max(limits.headersTimeoutMs, request.timeoutMs ?? 0),
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      }
      const answer = await withRetries(() => answered(message, options), {
        clock,
        limits,
        endsAtMs: clock.now() + timeoutMs,
        signal: deadline.signal,
        idempotent: request.idempotent ?? (method !== 'POST' && method !== 'PATCH'),
      })
      return readJson(place, answer)
    } finally {
      deadline.end()
    }
  }
}

async function answered(
  message: Message,
  { exchange, tokens, clock, signInHint }: RequestOptions,
): Promise<Answer> {
  const place = { method: message.method, path: message.path.split('?')[0] ?? message.path }
  const send = async () => {
    const token = await tokens.current(message.signal)
    const headers = { ...message.headers, authorization: `Bearer ${token.reveal()}` }
    return { token, answer: await exchange({ ...message, headers }) }
  }
  const first = await send()
  const isRefused = first.answer.status === 401 && tokens.refuse(first.token)
  const { answer } = isRefused ? await send() : first
  if (answer.status < 300) return answer
  const error = apiError(place, answer, clock.now())
  throw error.code === 'AUTH' ? error.with({ hint: signInHint }) : error
}

function headersOf(body: unknown): Readonly<Record<string, string>> {
  const accept = { accept: 'application/json', 'user-agent': 'lakebase-accelerator' }
  return body === undefined ? accept : { ...accept, 'content-type': 'application/json' }
}

function queryText(query: WorkspaceRequest['query']): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.append(name, String(value))
  }
  return search.size === 0 ? '' : `?${search}`
}
