import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type DatabricksCli,
  type FakeWorkspace,
  installDatabricksCli,
  startFakeWorkspace,
} from '@lakebase/testing'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorkspace, type WorkspaceOptions } from '../src/index.js'
import { errorOf } from './open.js'

let fake: FakeWorkspace
let cli: DatabricksCli
let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'workspace-home-'))
})
afterAll(() => rm(home, { recursive: true }))
beforeEach(async () => {
  fake = await startFakeWorkspace({ expiresInAs: 'string' })
  cli = await installDatabricksCli({ token: fake.mintAccessToken() })
})
afterEach(async () => {
  await fake.close()
  await cli.remove()
})

interface Case {
  readonly configured: string
  readonly options: () => WorkspaceOptions
  readonly used: string
  /** What the workspace was asked before the call itself. */
  readonly asked: readonly string[]
  readonly bearer: RegExp
  readonly ran?: readonly string[]
}

const M2M = ['GET /oidc/.well-known/oauth-authorization-server', 'POST /oidc/v1/token']
const OAUTH = /^Bearer (?!fake-pat)\S{8,}$/

test.each<Case>([
  {
    configured: 'a token in the environment',
    options: () => ({ env: { DATABRICKS_HOST: fake.host, DATABRICKS_TOKEN: fake.pat } }),
    used: 'pat',
    asked: [],
    bearer: /^Bearer fake-pat$/,
  },
  {
    configured: "the 2025 accelerator's .env",
    options: () => ({
      env: {},
      dotEnv: new Map([
        ['DATABRICKS_SERVER_HOSTNAME', fake.host.replace('https://', '')],
        ['DATABRICKS_ACCESS_TOKEN', fake.pat],
      ]),
    }),
    used: 'pat',
    asked: [],
    bearer: /^Bearer fake-pat$/,
  },
  {
    configured: 'a service principal, whose tokens last a number of seconds in quotes',
    options: () => ({
      env: {
        DATABRICKS_HOST: fake.host,
        DATABRICKS_CLIENT_ID: fake.servicePrincipal.clientId,
        DATABRICKS_CLIENT_SECRET: fake.servicePrincipal.clientSecret,
      },
    }),
    used: 'oauth-m2m',
    asked: M2M,
    bearer: OAUTH,
  },
  {
    configured: 'a profile with a token',
    options: () => ({ env: {}, home, profile: 'token' }),
    used: 'pat',
    asked: [],
    bearer: /^Bearer fake-pat$/,
  },
  {
    configured: 'a profile of the command line',
    options: () => ({ env: { PATH: cli.folder }, home, profile: 'login' }),
    used: 'databricks-cli',
    asked: [],
    bearer: OAUTH,
    ran: ['auth token --profile login'],
  },
  {
    configured: 'a host and nothing else',
    options: () => ({ env: { PATH: cli.folder, DATABRICKS_HOST: fake.host } }),
    used: 'databricks-cli',
    asked: [],
    bearer: OAUTH,
    ran: ['auth token --host HOST'],
  },
  {
    configured: "a function of the caller's",
    options: () => ({ env: {}, host: fake.host, getToken: async () => fake.pat }),
    used: 'function',
    asked: [],
    bearer: /^Bearer fake-pat$/,
  },
])('with $configured the request carries a token of $used', async (each) => {
  await writeFile(
    join(home, '.databrickscfg'),
    `[token]\nhost=${fake.host}\ntoken=${fake.pat}\n[login]\nhost=${fake.host}\nauth_type=databricks-cli\n`,
    { mode: 0o600 },
  )
  const { options, used, asked, bearer, ran = [] } = each
  const ca = fake.ca ?? ''
  const workspace = openWorkspace({ home: '/nowhere', ca, ...options() })
  expect(workspace.authType).toBe(used)
  expect(await workspace.listWarehouses()).toMatchObject([{ id: 'fake-warehouse' }])
  const seen = fake.requests.map(({ method, path }) => `${method} ${path}`)
  expect(seen).toEqual([...asked, 'GET /api/2.0/sql/warehouses'])
  expect(fake.requests.at(-1)?.headers.authorization).toMatch(bearer)
  const calls = (await cli.calls()).map(({ args }) => args.join(' ').replace(fake.host, 'HOST'))
  expect(calls).toEqual(ran)
})

test.each<{
  what: string
  options: () => WorkspaceOptions
  before?: () => Promise<unknown>
  code: string
  says: RegExp
  hint: RegExp
}>([
  {
    what: 'a wrong token',
    options: () => ({ token: 'wrong-token-1' }),
    code: 'AUTH',
    says: /^\[GET\] "\/api\/2\.0\/sql\/warehouses": 40[13] /,
    hint: /option token.*make a new one/,
  },
  {
    what: 'a wrong client secret',
    options: () => ({ clientId: 'fake-client-id', clientSecret: 'wrong-secret-1' }),
    code: 'AUTH',
    says: /^\[POST\] "\/oidc\/v1\/token": 40[01] invalid_client/,
    hint: /service principal fake-client-id was refused/,
  },
  {
    what: 'a command line that nobody has signed in to',
    options: () => ({ env: { PATH: cli.folder } }),
    before: () => cli.answerWith({ error: 'not configured for this host' }),
    code: 'AUTH',
    says: /^databricks auth token --host \S+: Error: not configured for this host$/,
    hint: /^Run: databricks auth login --host https:/,
  },
  {
    what: 'no command line',
    options: () => ({ env: { PATH: '/nowhere' } }),
    code: 'AUTH',
    says: /is not on PATH$/,
    hint: /Set DATABRICKS_TOKEN, or install/,
  },
  {
    what: 'a command line that hangs',
    options: () => ({ env: { PATH: cli.folder }, limits: { tokenTimeoutMs: 200 } }),
    before: () => cli.answerWith({ hang: true }),
    code: 'TIMEOUT',
    says: /^getting a token: no result within 0\.2 s$/,
    hint: /^$/,
  },
  {
    what: 'a function that fails',
    options: () => ({
      getToken: async () => {
        throw new Error('vault is closed')
      },
    }),
    code: 'AUTH',
    says: /^getToken failed: vault is closed$/,
    hint: /^$/,
  },
])('$what is told with its cure', async ({ options, before, code, says, hint }) => {
  await before?.()
  const ca = fake.ca ?? ''
  const workspace = openWorkspace({ host: fake.host, env: {}, home: '/nowhere', ca, ...options() })
  const error = await errorOf(workspace.listWarehouses())
  expect({ code: error.code, message: error.message }).toEqual({
    code,
    message: expect.stringMatching(says),
  })
  expect(error.hint ?? '').toMatch(hint)
})

test('a token endpoint on another host gets no client secret', async () => {
  fake.fault({
    kind: 'status',
    path: '/oidc/.well-known/oauth-authorization-server',
    status: 200,
    body: { token_endpoint: 'https://evil.example.org/token' },
  })
  const { clientId, clientSecret } = fake.servicePrincipal
  const ca = fake.ca ?? ''
  const env = {}
  const workspace = openWorkspace({ host: fake.host, clientId, clientSecret, env, ca, home })
  const error = await errorOf(workspace.listWarehouses())
  expect(error.code).toBe('BAD_ANSWER')
  expect(error.message).toContain('on another host, https://evil.example.org')
})
