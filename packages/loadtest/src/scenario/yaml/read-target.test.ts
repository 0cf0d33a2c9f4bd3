import { expect, test } from 'vitest'
import { parseScenario } from '../parse-scenario.js'

const read = (target: string, env: Readonly<Record<string, string>> = {}) =>
  parseScenario(
    `target: ${target}\nscripts: { one: select 1 }\nload: { clients: 1, duration: 1s }`,
    's.yml',
    { env, readText: (path) => (path === 'ca.pem' ? 'PEM' : undefined) },
  )
const reference = (name: string) => `\${${name}}`

test.each([
  [
    'postgres://app@db.example.com/shop',
    {
      host: 'db.example.com',
      port: 5432,
      user: 'app',
      database: 'shop',
      tls: { mode: 'verify-full' },
    },
  ],
  [
    'postgresql://a%40b@[::1]:6432/my%20shop',
    { host: '::1', port: 6432, user: 'a@b', database: 'my shop', tls: false },
  ],
  ['postgres://app@localhost?sslmode=require', { database: 'app', tls: { mode: 'require' } }],
])('%s is understood', (url, target) => {
  const { target: found, findings } = read(`{ url: '${reference('DB')}' }`, { DB: url })
  expect(findings).toEqual([])
  expect(found).toMatchObject({ kind: 'postgres', target })
})

test('a password in the environment is asked for at each connection, and stands in no value', async () => {
  const { target } = read(`{ url: '${reference('DB')}' }`, {
    DB: 'postgres://app:s%20cret@db/shop',
  })
  expect(JSON.stringify(target)).not.toContain('cret')
  expect(target?.kind === 'postgres' && (await target.target.password?.())).toBe('s cret')
})

test('a Lakebase endpoint is named, not looked up', () => {
  const { target } = read(
    '{ lakebase: projects/p/branches/main/endpoints/primary, database: shop }',
  )
  expect(target).toEqual({
    kind: 'lakebase',
    endpoint: 'projects/p/branches/main/endpoints/primary',
    database: 'shop',
  })
})

test('a certificate is read from beside the scenario', () => {
  const { target } = read('{ host: db, user: app, ca: ca.pem, search_path: shop }')
  expect(target).toMatchObject({
    target: { tls: { mode: 'verify-full', ca: 'PEM' }, settings: { search_path: 'shop' } },
  })
})

test('a target that comes from elsewhere is not asked for', () => {
  const yaml = `target: { url: '${reference('DB')}' }\nscripts: { one: select 1 }\nload: { clients: 1, duration: 1s }`
  const { scenarios, target } = parseScenario(yaml, 's.yml', { withTarget: false })
  expect([scenarios?.length, target]).toEqual([1, undefined])
})

test.each([
  ['{}', 'LT010', 'the target needs url, host or lakebase'],
  ['{ url: x, host: y }', 'LT010', 'url and host: there is one target'],
  ['{ url: "mysql://a@b/c" }', 'LT010', 'the target is no Postgres URL'],
  ['{ url: "postgres://a@b/c", user: d }', 'LT010', 'user does nothing beside url, which says it'],
  ['{ url: "postgres://a@b/c?options=x" }', 'LT016', 'options in the URL does nothing here'],
  ['{ url: "postgres://b/c" }', 'LT010', 'the target has no user'],
  ['{ host: a, user: b, port: "0" }', 'LT010', '0 is no port'],
  ['{ host: a, user: b, ca: none.pem }', 'LT002', 'there is no file none.pem'],
  ['{ url: "postgres://a@b/c?sslmode=prefer" }', 'LT010', 'sslmode prefer is not supported'],
  ['{ lakebase: p, port: 1 }', 'LT010', 'port does nothing beside lakebase, which knows it'],
])('%s is %s: %s', (target, ruleId, message) => {
  expect(read(target).findings[0]).toMatchObject({ ruleId, message, line: 1 })
})
