import { expect, test } from 'vitest'
import { ask, askJson } from '../../test/ask.js'
import { openWorkspace } from '../../test/open-workspace.js'

const ME = 'GET /api/2.0/preview/scim/v2/Me'
const CLIENT_CREDENTIALS = { grant_type: 'client_credentials', scope: 'all-apis' }
const basic = (id: string, secret: string) =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
const RIGHT = basic('fake-client-id', 'fake-client-secret')

test('discovery names its own token endpoint, to anybody', async () => {
  const workspace = await openWorkspace()
  const path = 'GET /oidc/.well-known/oauth-authorization-server'
  const { status, body } = await askJson(workspace, path, { authorization: undefined })
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      token_endpoint: `${workspace.host}/oidc/v1/token`,
      authorization_endpoint: `${workspace.host}/oidc/v1/authorize`,
    },
  })
})

test.each([
  ['number', 3600],
  ['string', '3600'],
] as const)(
  'a service principal gets a token, expires_in as a %s',
  async (expiresInAs, expected) => {
    const workspace = await openWorkspace({ expiresInAs })
    const { status, text } = await ask(workspace, 'POST /oidc/v1/token', {
      form: CLIENT_CREDENTIALS,
      authorization: RIGHT,
    })
    const { access_token: token, ...rest } = JSON.parse(text)
    expect(status).toBe(200)
    expect(rest).toEqual({ token_type: 'Bearer', scope: 'all-apis', expires_in: expected })
    const me = await askJson(workspace, ME, { authorization: `Bearer ${token}` })
    expect(me).toMatchObject({ status: 200, body: { userName: 'fake-client-id' } })
  },
)

test('takes an id and a secret form-encoded, as the standard has them, or plain', async () => {
  const clientId = 'id with space'
  const clientSecret = 's:e%c&ret'
  const workspace = await openWorkspace({ servicePrincipals: [{ clientId, clientSecret }] })
  for (const authorization of [
    basic(clientId, clientSecret),
    basic('id+with+space', 's%3Ae%25c%26ret'),
  ]) {
    const question = { form: CLIENT_CREDENTIALS, authorization }
    expect(await ask(workspace, 'POST /oidc/v1/token', question)).toMatchObject({ status: 200 })
  }
})

test.each([
  [CLIENT_CREDENTIALS, basic('fake-client-id', 'wrong'), 401, 'invalid_client'],
  [CLIENT_CREDENTIALS, basic('wrong', 'fake-client-secret'), 401, 'invalid_client'],
  [CLIENT_CREDENTIALS, undefined, 401, 'invalid_client'],
  [CLIENT_CREDENTIALS, 'Basic %%%', 401, 'invalid_client'],
  [{ grant_type: 'password' }, RIGHT, 400, 'unsupported_grant_type'],
  [{ scope: 'all-apis' }, RIGHT, 400, 'invalid_request'],
])('%j with %s is %i %s', async (form, authorization, status, error) => {
  const question = { form, authorization }
  expect(await askJson(await openWorkspace(), 'POST /oidc/v1/token', question)).toMatchObject({
    status,
    body: { error, error_description: expect.any(String) },
  })
})

test('a workspace token is unique and ends with its lifetime, on the clock given', async () => {
  let nowMs = 0
  const workspace = await openWorkspace({ now: () => nowMs, tokenLifetimeSeconds: 60 })
  const first = workspace.mintAccessToken()
  const second = workspace.mintAccessToken(120)
  expect(first.token).not.toBe(second.token)
  expect([first.expiresAtMs, second.expiresAtMs]).toEqual([60_000, 120_000])

  const statusOf = async (token: string) =>
    (await ask(workspace, ME, { authorization: `Bearer ${token}` })).status
  nowMs = 59_999
  expect(await statusOf(first.token)).toBe(200)
  nowMs = 60_000
  expect([await statusOf(first.token), await statusOf(second.token)]).toEqual([401, 200])
  workspace.revokeAccessToken(second.token)
  expect(await statusOf(second.token)).toBe(401)
})

test.each([
  [undefined, 'Credential was not sent'],
  ['Basic ZmFrZS1wYXQ=', 'Credential was not sent'],
  ['Bearer other-pat', 'Invalid access token'],
])('a request with Authorization %s is 401', async (authorization, message) => {
  expect(await askJson(await openWorkspace(), ME, { authorization })).toMatchObject({
    status: 401,
    body: { error_code: 'UNAUTHENTICATED', message: expect.stringContaining(message) },
  })
})

test('every personal token given is accepted, and belongs to the user', async () => {
  const workspace = await openWorkspace({
    personalAccessTokens: ['one', 'two'],
    userName: 'bo@example.com',
  })
  expect(workspace.pat).toBe('one')
  expect(await askJson(workspace, ME, { authorization: 'Bearer two' })).toMatchObject({
    status: 200,
    body: { userName: 'bo@example.com' },
  })
  expect((await ask(workspace, ME)).headers).toHaveProperty('x-databricks-org-id')
})
