import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openWorkspace, Secret, WorkspaceError, type WorkspaceOptions } from '../index.js'

const HOST = 'https://a.cloud.databricks.com'
const home = mkdtempSync(join(tmpdir(), 'workspace-home-'))
writeFileSync(
  join(home, '.databrickscfg'),
  `
[DEFAULT]
host = https://default.cloud.databricks.com
token = default-token
[m2m]
host = https://m2m.cloud.databricks.com/
client_id = abc
client_secret = dose;with#marks
[cli]
host = https://cli.cloud.databricks.com
auth_type = databricks-cli
[login.only]
host = login.cloud.databricks.com
[no-host]
token = t
[azure]
host = https://adb-1.2.azuredatabricks.net
auth_type = azure-cli
[two]
host = https://two.cloud.databricks.com
token = t
client_id = c
client_secret = s
warehouse_id = w1
`,
)
chmodSync(join(home, '.databrickscfg'), 0o600)
afterAll(() => rmSync(home, { recursive: true }))

function open(options: WorkspaceOptions) {
  return openWorkspace({ env: {}, home: '/nowhere', ...options })
}

test.each<{ what: string; options: WorkspaceOptions; host: string; type: string; from: string }>([
  {
    what: 'options before the environment',
    options: { host: HOST, token: 'x1', env: { DATABRICKS_TOKEN: 'x2' } },
    host: HOST,
    type: 'pat',
    from: 'option token',
  },
  {
    what: 'the environment before .env',
    options: {
      env: { DATABRICKS_HOST: HOST, DATABRICKS_TOKEN: 'x' },
      dotEnv: new Map([['DATABRICKS_CLIENT_SECRET', 's']]),
    },
    host: HOST,
    type: 'pat',
    from: 'DATABRICKS_TOKEN (environment)',
  },
  {
    what: '.env before a profile',
    options: {
      home,
      dotEnv: new Map<string, string | Secret>([
        ['DATABRICKS_HOST', HOST],
        ['DATABRICKS_TOKEN', new Secret('x')],
      ]),
    },
    host: HOST,
    type: 'pat',
    from: 'DATABRICKS_TOKEN (.env)',
  },
  {
    what: 'the names of the 2025 accelerator',
    options: {
      env: { DATABRICKS_SERVER_HOSTNAME: 'hhttps://A.cloud.databricks.com/?o=1' },
      dotEnv: new Map([['DATABRICKS_ACCESS_TOKEN', 'x']]),
    },
    host: HOST,
    type: 'pat',
    from: 'DATABRICKS_ACCESS_TOKEN (.env)',
  },
  {
    what: 'a client id and secret from two places',
    options: {
      env: { DATABRICKS_HOST: HOST, DATABRICKS_CLIENT_ID: 'c' },
      dotEnv: new Map([['DATABRICKS_CLIENT_SECRET', 's']]),
    },
    host: HOST,
    type: 'oauth-m2m',
    from: 'DATABRICKS_CLIENT_ID (environment)',
  },
  {
    what: 'the profile that is named, whatever else the environment holds',
    options: { home, profile: 'm2m', env: { DATABRICKS_TOKEN: 'x' } },
    host: 'https://m2m.cloud.databricks.com',
    type: 'oauth-m2m',
    from: 'profile "m2m" of ~/.databrickscfg',
  },
  {
    what: 'the DEFAULT profile when nothing is said',
    options: { home },
    host: 'https://default.cloud.databricks.com',
    type: 'pat',
    from: 'profile "DEFAULT" of ~/.databrickscfg',
  },
  {
    what: 'the command line for a host that DEFAULT is not for',
    options: { home, host: HOST },
    host: HOST,
    type: 'databricks-cli',
    from: `databricks auth token --host ${HOST}`,
  },
  {
    what: 'a profile of the command line',
    options: { home, env: { DATABRICKS_CONFIG_PROFILE: 'cli' } },
    host: 'https://cli.cloud.databricks.com',
    type: 'databricks-cli',
    from: 'databricks auth token --profile cli',
  },
  {
    what: 'a profile with a dot in its name and only a host',
    options: { home, dotEnv: new Map([['DATABRICKS_CONFIG_PROFILE', 'login.only']]) },
    host: 'https://login.cloud.databricks.com',
    type: 'databricks-cli',
    from: 'databricks auth token --profile login.only',
  },
  {
    what: 'the file that is named',
    options: { env: { DATABRICKS_CONFIG_FILE: join(home, '.databrickscfg') } },
    host: 'https://default.cloud.databricks.com',
    type: 'pat',
    from: `profile "DEFAULT" of ${join(home, '.databrickscfg')}`,
  },
  {
    what: 'a function of the caller',
    options: { host: HOST, getToken: async () => 'x' },
    host: HOST,
    type: 'function',
    from: 'option getToken',
  },
])('uses $what', ({ options, host, type, from }) => {
  const workspace = open(options)
  expect({ host: workspace.host, type: workspace.authType }).toEqual({ host, type })
  expect(workspace.describe().auth.source).toBe(from)
})

test.each<{ what: string; options: WorkspaceOptions; says: RegExp }>([
  { what: 'nothing at all', options: {}, says: /^no workspace is configured$/ },
  {
    what: 'two methods in the environment',
    options: {
      env: {
        DATABRICKS_HOST: HOST,
        DATABRICKS_TOKEN: 'x',
        DATABRICKS_CLIENT_ID: 'c',
        DATABRICKS_CLIENT_SECRET: 's',
      },
    },
    says: /DATABRICKS_TOKEN \(environment\), pat and DATABRICKS_CLIENT_SECRET \(environment\), oauth-m2m/,
  },
  {
    what: 'a token and a profile in one place',
    options: { home, profile: 'm2m', token: 'x' },
    says: /option token, pat and option profile/,
  },
  {
    what: 'two methods in a profile',
    options: { home, profile: 'two' },
    says: /token in profile "two".* and client_secret in profile "two"/,
  },
  {
    what: 'a client id without a secret',
    options: { host: HOST, env: { DATABRICKS_CLIENT_ID: 'c' } },
    says: /DATABRICKS_CLIENT_ID \(environment\) has no client secret/,
  },
  {
    what: 'a token without a host',
    options: { env: { DATABRICKS_TOKEN: 'x' } },
    says: /nothing says where/,
  },
  {
    what: 'a token with a line break',
    options: { env: { DATABRICKS_HOST: HOST, DATABRICKS_TOKEN: 'secret\nsecret' } },
    says: /DATABRICKS_TOKEN \(environment\) is no credential/,
  },
  {
    what: 'two names of one thing that differ',
    options: { env: { DATABRICKS_TOKEN: 'x', DATABRICKS_ACCESS_TOKEN: 'y' } },
    says: /DATABRICKS_TOKEN and DATABRICKS_ACCESS_TOKEN \(environment\) mean the same and differ/,
  },
  {
    what: 'an unknown profile',
    options: { home, profile: 'none' },
    says: /option profile: ~\/\.databrickscfg has no profile "none"/,
  },
  {
    what: 'a profile that signs in by other means',
    options: { home, profile: 'azure' },
    says: /auth_type in profile "azure".*"azure-cli" is not supported/,
  },
  {
    what: 'a profile of another workspace than the host',
    options: { home, profile: 'm2m', host: HOST },
    says: /name different workspaces/,
  },
  {
    what: 'a file that is not there',
    options: { env: { DATABRICKS_CONFIG_FILE: '/nowhere/cfg' } },
    says: /DATABRICKS_CONFIG_FILE \(environment\): cannot read \/nowhere\/cfg \(ENOENT\)/,
  },
  {
    what: 'a host that is none',
    options: { token: 'x', host: 'not a host' },
    says: /option host is not the address of a workspace/,
  },
  {
    what: "somebody's .env that draws the user's own token elsewhere",
    options: {
      env: { DATABRICKS_TOKEN: 'x' },
      dotEnv: new Map([['DATABRICKS_HOST', 'https://databricks.com.example.org']]),
    },
    says: /outside Databricks' domains/,
  },
  {
    what: "somebody's .env that draws the token of a profile elsewhere",
    options: {
      home,
      dotEnv: new Map([
        ['DATABRICKS_CONFIG_PROFILE', 'no-host'],
        ['DATABRICKS_HOST', 'https://databricks.com.example.org'],
      ]),
    },
    says: /outside Databricks' domains/,
  },
])('refuses $what', ({ options, says }) => {
  expect(() => open(options)).toThrow(WorkspaceError)
  expect(() => open(options)).toThrow(says)
  expect(() => open(options)).toThrow(expect.objectContaining({ code: 'CONFIG' }))
})

test('DATABRICKS_AUTH_TYPE chooses among two methods of one place', () => {
  const env = { DATABRICKS_HOST: HOST, DATABRICKS_TOKEN: 'x', DATABRICKS_CLIENT_SECRET: 's' }
  const both = { ...env, DATABRICKS_CLIENT_ID: 'c' }
  expect(open({ env: { ...both, DATABRICKS_AUTH_TYPE: 'pat' } }).authType).toBe('pat')
  expect(open({ env: both, authType: 'oauth-m2m' }).authType).toBe('oauth-m2m')
  expect(open({ home, profile: 'two', authType: 'pat' }).authType).toBe('pat')
})

test('DATABRICKS_AUTH_TYPE does not undo an option', () => {
  const env = { DATABRICKS_AUTH_TYPE: 'oauth-m2m', DATABRICKS_CLIENT_ID: 'c' }
  expect(open({ host: HOST, token: 'x', env }).describe().auth.source).toBe('option token')
})

test('a host outside Databricks is used when it was given together with its token', () => {
  const dotEnv = new Map([
    ['DATABRICKS_HOST', 'https://proxy.example.org'],
    ['DATABRICKS_TOKEN', 'x'],
  ])
  expect(open({ dotEnv }).host).toBe('https://proxy.example.org')
})

test('describe names the place of every setting and of every repair', () => {
  const described = open({
    env: { DATABRICKS_HOST: 'hhttps://A.cloud.databricks.com/?o=1', DATABRICKS_TOKEN: 'hidden-1' },
    dotEnv: new Map([
      ['DATABRICKS_HTTP_PATH', '/sql/1.0/warehouses/w1'],
      ['MODEL_NAME', 'm'],
      ['DATABRICKS_ENDPOINT', `${HOST}/serving-endpoints`],
    ]),
  }).describe()
  expect(described).toEqual({
    host: { value: HOST, source: 'DATABRICKS_HOST (environment)' },
    auth: { value: 'pat', source: 'DATABRICKS_TOKEN (environment)' },
    httpPath: { value: '/sql/1.0/warehouses/w1', source: 'DATABRICKS_HTTP_PATH (.env)' },
    model: { value: 'm', source: 'MODEL_NAME (.env)' },
    notes: [
      `DATABRICKS_HOST (environment) read as ${HOST}: hhttps:// was taken as https://`,
      `DATABRICKS_HOST (environment) read as ${HOST}: the path after the host was left out`,
    ],
  })
})

test('a profile file that others can read is told', () => {
  const file = join(home, 'open.cfg')
  writeFileSync(file, `[DEFAULT]\nhost = ${HOST}\ntoken = x\n`)
  chmodSync(file, 0o644)
  const { notes } = open({ env: { DATABRICKS_CONFIG_FILE: file } }).describe()
  expect(notes).toEqual([`${file} can be read by others on this machine: chmod 600`])
})
