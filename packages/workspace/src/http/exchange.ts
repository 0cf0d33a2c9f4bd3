import { rootCertificates } from 'node:tls'
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici'
import type { Environment } from '../credentials/process-environment.js'
import { connectionError } from './connection-error.js'
import type { Limits } from './limits.js'
import { readBody } from './read-body.js'
import { redirectError } from './redirect-error.js'

/** One message to the workspace, as it goes over the wire. */
export interface Message {
  readonly method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT'
  /** Begins with `/`; may have a query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
  /** Instead of the usual patience for the first byte, in milliseconds. */
  readonly headersTimeoutMs?: number
}

export interface Answer {
  readonly status: number
  readonly header: (name: string) => string | undefined
  readonly text: string
}

/** Sends one message to one host, once. Throws when no complete answer comes back, or a redirect. */
export type Exchange = (message: Message) => Promise<Answer>

export interface ExchangeOptions {
  readonly host: string
  readonly ca: string | undefined
  /** For the variables of proxies. */
  readonly env: Environment
  readonly limits: Limits
}

/** Certificates are always verified; nothing here turns that off. Redirects are never followed. */
export function createExchange({ host, ca, env, limits }: ExchangeOptions): Exchange {
  const dispatcher = createDispatcher(host, ca, env, limits)
  return async ({ method, path, headers, body, signal, headersTimeoutMs }) => {
    const place = { method, path: path.split('?')[0] ?? path }
    try {
      const answer = await request(`${host}${path}`, {
        method,
        headers,
        signal,
        dispatcher,
        headersTimeout: headersTimeoutMs ?? limits.headersTimeoutMs,
        ...(body !== undefined && { body }),
      })
      const header = (name: string) => [answer.headers[name]].flat()[0]
      const status = answer.statusCode
      const text = await readBody(answer.body, limits.answerBytes, place)
      if (status >= 300 && status < 400)
        throw redirectError(host, place, status, header('location'))
      return { status, header, text }
    } catch (error) {
      throw connectionError(error, host, place, signal)
    }
  }
}

function createDispatcher(
  host: string,
  ca: string | undefined,
  env: Environment,
  limits: Limits,
): Dispatcher {
  const tls = ca === undefined ? {} : { ca: [...rootCertificates, ca] }
  const options = {
    connect: { ...tls, timeout: limits.connectTimeoutMs },
    headersTimeout: limits.headersTimeoutMs,
    bodyTimeout: limits.bodyTimeoutMs,
  }
  const httpsProxy = env.https_proxy || env.HTTPS_PROXY
  if (!httpsProxy) return new Agent(options)
  return new EnvHttpProxyAgent({
    ...options,
    httpsProxy,
    // Given in full, for else undici would look into the process's environment by itself.
    httpProxy: '',
    noProxy: env.no_proxy || env.NO_PROXY || '',
    requestTls: { ...tls, timeout: limits.connectTimeoutMs, servername: new URL(host).hostname },
    proxyTls: { ...tls, timeout: limits.connectTimeoutMs },
  })
}
