import { CliError } from '@lakebase/cli-kit'
import { expect, test } from 'vitest'
import { parseAddress, targetOfEnvironment } from './parse-address.js'
import { urlTarget } from './url-target.js'

const at = (env: Record<string, string> = {}) => ({ env, cwd: '/' })

test('an address names everything, and the environment has the password', () => {
  const target = parseAddress(
    'postgres://ada@db.example.com:6543/shop',
    '--url',
    at({ PGPASSWORD: 'p' }),
  )
  expect(target).toMatchObject({
    host: 'db.example.com',
    port: 6543,
    database: 'shop',
    user: 'ada',
    tls: { mode: 'verify-full' },
  })
  expect(target.password?.()).toBe('p')
})

test('on this machine there is no TLS unless it is asked for', () => {
  expect(parseAddress('postgres://ada@localhost/shop', '--url', at()).tls).toBe(false)
  expect(parseAddress('postgres://ada@localhost/shop?sslmode=require', '--url', at()).tls).toEqual({
    mode: 'require',
  })
  expect(
    parseAddress('postgres://ada@db.example.com/shop', '--url', at({ PGSSLMODE: 'disable' })).tls,
  ).toBe(false)
})

test.each(['postgres://ada:hunter2@h/db', 'postgres://ada@h/db?password=hunter2'])(
  '--url with a password is refused, without the password in the words',
  (address) => {
    const refused = () => parseAddress(address, '--url', at())
    expect(refused).toThrow('every user of this machine can read')
    try {
      refused()
    } catch (error) {
      expect(error).toBeInstanceOf(CliError)
      expect(JSON.stringify(error)).not.toContain('hunter2')
      expect(JSON.stringify(error)).toContain('PGPASSWORD')
    }
  },
)

test('DATABASE_URL may hold one, for nobody sees it', async () => {
  const target = parseAddress('postgres://ada:p%40ss@h/db', 'DATABASE_URL', at())
  expect(await target.password?.()).toBe('p@ss')
})

test.each([
  ['nonsense', 'is no address'],
  ['mysql://a@h/db', 'no Postgres address'],
  ['postgres://a@h/db?sslmode=prefer', 'must not depend on the server'],
  ['postgres://h/db', 'names no user'],
  ['postgres://a@h/db?sslmode=verify-full&sslrootcert=/nowhere', 'cannot be read'],
])('%s is refused', (address, says) => {
  expect(() => parseAddress(address, '--url', at())).toThrow(says)
})

test('--url beats DATABASE_URL beats PGHOST, and nothing at all is refused', () => {
  const env = { DATABASE_URL: 'postgres://a@second/db', PGHOST: 'third', PGUSER: 'a' }
  expect(urlTarget('postgres://a@first/db', at(env)).target.host).toBe('first')
  expect(urlTarget(undefined, at(env)).target.host).toBe('second')
  expect(targetOfEnvironment(at({ PGHOST: 'third', PGUSER: 'a' }))).toMatchObject({
    host: 'third',
    port: 5432,
    database: 'a',
  })
  expect(() => urlTarget(undefined, at())).toThrow('nothing says which database')
})
