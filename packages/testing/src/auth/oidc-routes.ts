import * as v from 'valibot'
import type { FakeRequest } from '../server/fake-request.js'
import type { Reply } from '../server/reply.js'
import type { AccessTokens } from './access-tokens.js'

export interface ServicePrincipal {
  readonly clientId: string
  readonly clientSecret: string
}

export interface OidcSettings {
  readonly servicePrincipals: readonly ServicePrincipal[]
  readonly tokenLifetimeSeconds: number
  /** `expires_in` is a number in the standard, and a string in some implementations. */
  readonly expiresInAs: 'number' | 'string'
}

const tokenForm = v.object({ grant_type: v.string() })

/** What an OAuth client asks before it has a token; undefined for every other path. */
export function answerOidc(
  request: FakeRequest,
  host: string,
  settings: OidcSettings,
  tokens: AccessTokens,
): Reply | undefined {
  const asked = `${request.method} ${request.path}`
  if (asked === 'GET /oidc/.well-known/oauth-authorization-server') return discovery(host)
  if (asked === 'POST /oidc/v1/token') return mintToken(request, settings, tokens)
  return undefined
}

function discovery(host: string): Reply {
  return {
    status: 200,
    body: {
      issuer: `${host}/oidc`,
      authorization_endpoint: `${host}/oidc/v1/authorize`,
      token_endpoint: `${host}/oidc/v1/token`,
      token_endpoint_auth_methods_supported: ['client_secret_basic'],
      grant_types_supported: ['client_credentials'],
      response_types_supported: ['code'],
      scopes_supported: ['all-apis', 'offline_access', 'openid', 'profile', 'email'],
      code_challenge_methods_supported: ['S256'],
    },
  }
}

function mintToken(request: FakeRequest, settings: OidcSettings, tokens: AccessTokens): Reply {
  const form = v.safeParse(tokenForm, request.body)
  if (!form.success) return oauthError(400, 'invalid_request', 'grant_type is missing')
  if (form.output.grant_type !== 'client_credentials') {
    return oauthError(400, 'unsupported_grant_type', `${form.output.grant_type} is not supported`)
  }
  const known = settings.servicePrincipals.find((one) => sends(request, one))
  if (known === undefined) return oauthError(401, 'invalid_client', 'Client authentication failed')
  const { tokenLifetimeSeconds, expiresInAs } = settings
  const { token } = tokens.mint({ userName: known.clientId }, tokenLifetimeSeconds)
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: {
      access_token: token,
      token_type: 'Bearer',
      scope: 'all-apis',
      expires_in: expiresInAs === 'string' ? String(tokenLifetimeSeconds) : tokenLifetimeSeconds,
    },
  }
}

/** By Basic authentication: as it is, or each half form-encoded as RFC 6749, 2.3.1 has it. */
function sends({ headers }: FakeRequest, { clientId, clientSecret }: ServicePrincipal): boolean {
  const basic = (id: string, secret: string) =>
    `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
  const formEncode = (text: string) =>
    new URLSearchParams({ text }).toString().slice('text='.length)
  return [
    basic(clientId, clientSecret),
    basic(formEncode(clientId), formEncode(clientSecret)),
  ].includes(headers.authorization ?? '')
}

function oauthError(status: number, error: string, description: string): Reply {
  return { status, body: { error, error_description: description } }
}
