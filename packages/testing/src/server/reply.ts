import { randomUUID } from 'node:crypto'

/** An answer before it is written. */
export interface Reply {
  readonly status: number
  /** Text as it is, anything else as JSON; undefined is an empty body. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer of the workspace that says no; thrown by routes, written by the server. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly reply: Reply

  constructor(
    status: number,
    errorCode: string,
    message: string,
    headers?: Readonly<Record<string, string>>,
  ) {
    super(message)
    this.reply = errorReply(status, errorCode, message, headers)
  }
}

/** The error document of Databricks' REST API. */
function errorReply(
  status: number,
  errorCode: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): Reply {
  const requestId = randomUUID()
  const requestInfo = {
    '@type': 'type.googleapis.com/google.rpc.RequestInfo',
    request_id: requestId,
    serving_data: '',
  }
  return {
    status,
    headers: { 'x-request-id': requestId, ...headers },
    body: { error_code: errorCode, message, details: [requestInfo] },
  }
}

/** Databricks' error code for an HTTP status that a test asks for without naming one. */
export function usualErrorCode(status: number): string {
  const codes: Readonly<Record<number, string>> = {
    400: 'INVALID_PARAMETER_VALUE',
    401: 'UNAUTHENTICATED',
    403: 'PERMISSION_DENIED',
    404: 'RESOURCE_DOES_NOT_EXIST',
    409: 'RESOURCE_CONFLICT',
    429: 'RESOURCE_EXHAUSTED',
    500: 'INTERNAL_ERROR',
    501: 'NOT_IMPLEMENTED',
    503: 'TEMPORARILY_UNAVAILABLE',
    504: 'DEADLINE_EXCEEDED',
  }
  return codes[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_ERROR')
}

/** The bytes of a reply's body and the headers that describe them. */
export function encodeReply(reply: Reply): {
  readonly bytes: Buffer
  readonly headers: Readonly<Record<string, string>>
} {
  const isText = typeof reply.body === 'string'
  const text = isText ? reply.body : reply.body === undefined ? '' : JSON.stringify(reply.body)
  const bytes = Buffer.from(text, 'utf8')
  return {
    bytes,
    headers: {
      'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json',
      'content-length': String(bytes.length),
      'x-request-id': randomUUID(),
      ...reply.headers,
    },
  }
}
