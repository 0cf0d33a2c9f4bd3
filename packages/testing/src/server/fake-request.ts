import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** A request as it arrived, and what was answered. */
export interface FakeRequest {
  readonly method: string
  /** As sent, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: IncomingHttpHeaders
  /** JSON or form fields parsed; other text as it is; undefined when there was none. */
  readonly body: unknown
  /** When it had arrived, milliseconds since 1970, on the machine's clock (not on `now`). */
  readonly atMs: number
  /** The HTTP status answered; undefined while, or because, nothing was. */
  readonly status: number | undefined
}

/** Only the server itself fills in the status. */
export type OpenRequest = { -readonly [K in keyof FakeRequest]: FakeRequest[K] }

export async function readRequest(message: IncomingMessage): Promise<OpenRequest> {
  const chunks: Uint8Array[] = []
  for await (const chunk of message) chunks.push(chunk)
  const url = new URL(message.url ?? '/', 'http://fake')
  return {
    method: message.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: message.headers,
    body: parseBody(Buffer.concat(chunks).toString('utf8'), message.headers['content-type'] ?? ''),
    atMs: Date.now(),
    status: undefined,
  }
}

function parseBody(text: string, contentType: string): unknown {
  if (text === '') return undefined
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  if (!contentType.startsWith('application/json')) return text
  try {
    return JSON.parse(text)
  } catch {
    // Kept as text; the route's schema then refuses it as the workspace would.
    return text
  }
}
