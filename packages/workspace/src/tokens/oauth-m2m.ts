import * as v from 'valibot'
import type { Clock } from '../clock.js'
import type { Method } from '../credentials/access.js'
import { apiError } from '../http/api-error.js'
import type { Exchange, Message } from '../http/exchange.js'
import type { Limits } from '../http/limits.js'
import { parseAnswer } from '../http/parse-answer.js'
import { withRetries } from '../http/with-retries.js'
import type { Scrubber } from '../secrets/scrubber.js'
import { Secret } from '../secrets/secret.js'
import { WorkspaceError } from '../workspace-error.js'
import type { Token } from './token-source.js'

const DISCOVERY_PATH = '/oidc/.well-known/oauth-authorization-server'

const Discovery = v.object({ token_endpoint: v.pipe(v.string(), v.url()) })
const TokenAnswer = v.object({
  access_token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
  // Some servers write the number of seconds as a text.
  expires_in: v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d+$/))]),
    v.transform(Number),
  ),
})

export interface OAuthM2mOptions {
  readonly host: string
  readonly method: Extract<Method, { type: 'oauth-m2m' }>
  readonly exchange: Exchange
  readonly limits: Limits
  readonly clock: Clock
  readonly scrubber: Scrubber
}

/** Tokens of a service principal: client credentials, at the endpoint that the workspace names. */
export function oauthM2m({ host, method, exchange, limits, clock, scrubber }: OAuthM2mOptions) {
  const pair = `${encodeURIComponent(method.clientId)}:${encodeURIComponent(method.clientSecret.reveal())}`
  const basic = new Secret(Buffer.from(pair).toString('base64'))
  scrubber.learn(basic)

  async function send<Schema extends v.GenericSchema>(
    schema: Schema,
    message: Message,
  ): Promise<v.InferOutput<Schema>> {
    const { signal } = message
    const endsAtMs = clock.now() + limits.tokenTimeoutMs
    const attempt = async () => {
      const answer = await exchange(message)
      if (answer.status >= 300) throw apiError(message, answer, clock.now())
      return parseAnswer(schema, message, answer)
    }
    return withRetries(attempt, { clock, limits, endsAtMs, signal, idempotent: true })
  }

  return async (signal: AbortSignal): Promise<Token> => {
    const accept = { accept: 'application/json' }
    const discovered = await send(Discovery, {
      method: 'GET',
      path: DISCOVERY_PATH,
      headers: accept,
      signal,
    })
    const { expires_in, access_token } = await send(TokenAnswer, {
      method: 'POST',
      path: tokenPath(discovered.token_endpoint, host),
      headers: {
        ...accept,
        authorization: `Basic ${basic.reveal()}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials&scope=all-apis',
      signal,
    }).catch((error: unknown) => {
      throw withHint(error, method)
    })
    const secret = new Secret(access_token)
    scrubber.learn(secret)
    return { secret, expiresAtMs: clock.now() + expires_in * 1000 }
  }
}

/** The client secret goes to the workspace and to nobody else, whatever the discovery answers. */
function tokenPath(endpoint: string, host: string): string {
  const url = new URL(endpoint)
  if (url.origin === host) return url.pathname
  throw new WorkspaceError(
    'BAD_ANSWER',
    `[GET] "${DISCOVERY_PATH}": the token endpoint is on another host, ${url.origin}`,
    {
      method: 'GET',
      path: DISCOVERY_PATH,
      hint: 'Check that the host is a workspace, not an account.',
    },
  )
}

function withHint(error: unknown, { clientId, source }: OAuthM2mOptions['method']): unknown {
  if (!(error instanceof WorkspaceError) || error.code !== 'AUTH') return error
  return error.with({
    hint: `The service principal ${clientId} was refused: check id and secret (${source}), and that it is in this workspace.`,
  })
}
