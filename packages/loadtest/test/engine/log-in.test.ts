import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Target } from '../../src/target.js'
import { channelBinding } from '../../src/wire/auth/channel-binding.js'
import { cancelOnServer } from '../../src/wire/cancel.js'
import { openConnection } from '../../src/wire/open-connection.js'
import { queryRows } from '../../src/wire/query-rows.js'
import { openSocket } from '../../src/wire/socket/open-socket.js'
import { type Certificates, certificatesFor } from './certificates.js'
import { openDatabase, type TestDatabase } from './open-database.js'

let place: TestDatabase
let certificates: Certificates

beforeAll(async () => {
  certificates = await certificatesFor('db.test', '127.0.0.1')
  place = await openDatabase({ auth: 'scram', tls: certificates })
})

afterAll(() => place.stop())

const password = () => place.server.password ?? ''
const verified = (): Target => ({
  ...place.target,
  password,
  tls: { mode: 'verify-full', ca: certificates.ca },
})

async function whoAmI(target: Target) {
  const connection = await openConnection(target, 5000)
  const [row] = await queryRows(
    connection,
    `select session_user as name, ssl, version from pg_stat_ssl where pid = pg_backend_pid()`,
  )
  connection.close()
  return row
}

test('logs in by SCRAM over a verified connection', async () => {
  expect(await whoAmI(verified())).toEqual({ name: 'postgres', ssl: 't', version: 'TLSv1.3' })
})

test('logs in over a Unix socket, whose folder stands in the place of the host', async () => {
  const target: Target = { ...verified(), host: place.server.folder, tls: false }
  expect(await whoAmI(target)).toEqual({ name: 'postgres', ssl: 'f', version: null })
})

test('takes a password that is minted anew for each connection', async () => {
  let minted = 0
  const target = {
    ...verified(),
    password: async () => {
      minted++
      return password()
    },
  }
  await whoAmI(target)
  await whoAmI(target)
  expect(minted).toBe(2)
})

test('refuses an authority that it does not know', async () => {
  const stranger = await certificatesFor('db.test', '127.0.0.1')
  const target: Target = { ...verified(), tls: { mode: 'verify-full', ca: stranger.ca } }
  await expect(openConnection(target, 5000)).rejects.toMatchObject({ code: 'TLS' })
  const unnamed: Target = { ...verified(), tls: { mode: 'verify-full' } }
  await expect(openConnection(unnamed, 5000)).rejects.toMatchObject({ code: 'TLS' })
})

test('refuses a certificate for another name, and takes it under its own', async () => {
  const { ca } = certificates
  const named = (serverName: string): Target => ({
    ...verified(),
    tls: { mode: 'verify-full', ca, serverName },
  })
  expect(await whoAmI(named('db.test'))).toMatchObject({ ssl: 't' })
  await expect(openConnection(named('other.test'), 5000)).rejects.toMatchObject({
    code: 'TLS',
    message: expect.stringContaining('other.test'),
  })
})

test('only encrypts when that is all that is asked', async () => {
  expect(await whoAmI({ ...verified(), tls: { mode: 'require' } })).toMatchObject({ ssl: 't' })
})

test('says in the words of the server why a password is wrong, and never the password', async () => {
  const target = { ...verified(), password: () => 'not the password' }
  const failure = await openConnection(target, 5000).catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'SERVER', sqlState: '28P01' })
  expect(String(failure)).not.toContain('not the password')
})

test('says that a password is asked for when there is none', async () => {
  const target: Target = { ...place.target, tls: { mode: 'verify-full', ca: certificates.ca } }
  await expect(openConnection(target, 5000)).rejects.toMatchObject({ code: 'AUTHENTICATION' })
})

test('says which database does not exist, by SQLSTATE', async () => {
  const target = { ...verified(), database: 'nowhere' }
  await expect(openConnection(target, 5000)).rejects.toMatchObject({ sqlState: '3D000' })
})

test('gives up an address at which nobody listens, or nobody answers', async () => {
  await expect(openConnection({ ...verified(), port: 1 }, 5000)).rejects.toMatchObject({
    code: 'CONNECTION',
  })
  process.kill(place.server.pid, 'SIGSTOP')
  try {
    await expect(openConnection(verified(), 300)).rejects.toMatchObject({ code: 'TIMEOUT' })
  } finally {
    process.kill(place.server.pid, 'SIGCONT')
  }
})

describe('by the older ways', () => {
  beforeAll(async () => {
    await place.sql.begin(async (sql) => {
      await sql`set local password_encryption = 'md5'`
      await sql`create role old login password 'secret of old'`
    })
    await place.sql`create role token login password 'a token'`
    const rules = join(place.server.folder, 'data', 'pg_hba.conf')
    const ours = ['old 127.0.0.1/32 md5', 'token 127.0.0.1/32 password']
    const lines = ours.map((rule) => `hostssl all ${rule}\n`).join('')
    await writeFile(rules, lines + (await readFile(rules, 'utf8')))
    await place.sql`select pg_reload_conf()`
  })

  test.each([
    { way: 'MD5', user: 'old', secret: 'secret of old' },
    { way: 'clear text, as a token goes', user: 'token', secret: 'a token' },
  ])('logs in by $way', async ({ user, secret }) => {
    const target = { ...verified(), user, password: () => secret }
    expect(await whoAmI(target)).toMatchObject({ name: user, ssl: 't' })
    const wrong = { ...target, password: () => 'another' }
    await expect(whoAmI(wrong)).rejects.toMatchObject({ sqlState: '28P01' })
  })
})

test('cancels what another connection runs, over TLS too', async () => {
  const connection = await openConnection(verified(), 5000)
  const asleep = queryRows(connection, 'select pg_sleep(30)')
  setTimeout(() => void cancelOnServer(verified(), connection.key ?? Buffer.alloc(0), 5000), 100)
  await expect(asleep).rejects.toMatchObject({ sqlState: '57014' })
  expect(await queryRows(connection, 'select 1 as one')).toEqual([{ one: '1' }])
  connection.close()
})

test('binds the login to the TLS connection where the server offers it', async () => {
  const { socket } = await openSocket(verified(), 5000, () => undefined)
  expect(channelBinding(socket)).toHaveLength(32)
  socket.destroy()
  // The server takes SCRAM-SHA-256-PLUS only with the hash of its own certificate.
  const queries = await whoAmI(verified())
  expect(queries).toMatchObject({ name: 'postgres' })
})
