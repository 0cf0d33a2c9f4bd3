import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type LocalPostgres, startPostgres } from '../src/index.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const OPENSSL = '/usr/bin/openssl'
let server: LocalPostgres
const clients: postgres.Sql[] = []

beforeAll(async () => {
  server = await startPostgres({ settings: { work_mem: '12MB' } })
})

afterAll(() => server.stop())

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end()))
})

test('is PostgreSQL 17 in UTF-8, with the settings that were asked for', async () => {
  const sql = connect(server.url)
  const [row] = await sql`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
      current_setting('work_mem') as work_mem, current_setting('listen_addresses') as addresses`
  expect(row?.version).toMatch(/^17\./)
  expect(row).toMatchObject({ encoding: 'UTF8', work_mem: '12MB', addresses: '127.0.0.1' })
})

test('lets one connection see what another has committed, and nothing earlier', async () => {
  const [writer, reader] = [connect(server.url), connect(server.url)]
  await writer`create table seen (id int)`
  await writer.begin(async (transaction) => {
    await transaction`insert into seen values (1)`
    expect(await reader`select id from seen`).toHaveLength(0)
  })
  expect(await reader`select id from seen`).toHaveLength(1)
})

test('makes temporary databases and drops them with their connections', async () => {
  const url = await server.createDatabase('Mixed-case "name"')
  const other = await server.createDatabase()
  const sql = connect(url, { database: 'Mixed-case "name"' }) // this driver does not decode the URL
  await sql`create table only_here (id int)`
  expect(await connect(other)`select to_regclass('only_here') as found`).toEqual([{ found: null }])
  await server.dropDatabase(url)
  await expect(sql`select 1`).rejects.toThrow()
  await expect(connect(url, { database: 'Mixed-case "name"' })`select 1`).rejects.toMatchObject({
    code: '3D000',
  })
})

test('removes everything on stop, which may be called twice', async () => {
  const one = await startPostgres()
  expect(await readdir(one.folder)).toContain('data')
  await one.stop()
  await one.stop()
  expect(existsSync(one.folder)).toBe(false)
  expect(() => process.kill(one.pid, 0)).toThrow('ESRCH')
})

test('prepares binaries and template once, and starts from them later', async () => {
  const cacheFolder = await openFolder(0o755)
  try {
    const contents = async () =>
      Promise.all(
        (await readdir(cacheFolder)).sort().map(async (name) => {
          const { ino, mtimeMs } = await stat(join(cacheFolder, name))
          return { name, ino, mtimeMs }
        }),
      )
    await (await startPostgres({ cacheFolder })).stop()
    const prepared = await contents()
    expect(prepared).toHaveLength(2)
    await (await startPostgres({ cacheFolder })).stop()
    expect(await contents()).toEqual(prepared)
  } finally {
    await rm(cacheFolder, { recursive: true })
  }
})

test('scram lets the right password in and refuses a wrong one', async () => {
  const guarded = await startPostgres({ auth: 'scram' })
  try {
    expect(await connect(guarded.url)`select 1 as one`).toEqual([{ one: 1 }])
    const wrong = new URL(guarded.url)
    wrong.password = 'wrong'
    await expect(connect(wrong.href)`select 1`).rejects.toMatchObject({ code: '28P01' })
    const [stored] = await connect(
      guarded.url,
    )`select rolpassword from pg_authid where rolname = 'postgres'`
    expect(stored?.rolpassword).toMatch(/^SCRAM-SHA-256\$/)
  } finally {
    await guarded.stop()
  }
})

test.skipIf(!hasOpenssl())(
  'with a certificate speaks TLS only (skipped without openssl)',
  async () => {
    const guarded = await startPostgres({ tls: selfSigned() })
    try {
      const [row] = await connect(
        guarded.url,
      )`select ssl from pg_stat_ssl where pid = pg_backend_pid()`
      expect(row).toEqual({ ssl: true })
      const plain = guarded.url.replace('sslmode=require', 'sslmode=disable')
      await expect(connect(plain)`select 1`).rejects.toMatchObject({ code: '28000' })
    } finally {
      await guarded.stop()
    }
  },
)

test.each([
  { name: 'Port', code: 'SETTING_TAKEN', says: 'this package sets it itself' },
  { name: 'no_such', code: 'START_FAILED', says: 'unrecognized configuration parameter "no_such"' },
])(
  'refuses the setting $name with the reason, and leaves nothing',
  async ({ name, code, says }) => {
    const temporary = await openFolder(0o1777)
    vi.stubEnv('TMPDIR', temporary)
    try {
      await expect(startPostgres({ settings: { [name]: 1 } })).rejects.toMatchObject({
        code,
        message: expect.stringContaining(says),
      })
      expect(await readdir(temporary)).toEqual([])
    } finally {
      vi.unstubAllEnvs()
      await rm(temporary, { recursive: true })
    }
  },
)

test('restarts on the same port with the same data, and stops all the same', async () => {
  const restarted = await startPostgres()
  const before = connect(restarted.url)
  await before`create table kept as select 1 as id`
  const { pid } = restarted
  await restarted.restart()
  expect(restarted.pid).not.toBe(pid)
  expect([...(await connect(restarted.url)`select id from kept`)]).toEqual([{ id: 1 }])
  await restarted.stop()
  expect(existsSync(restarted.folder)).toBe(false)
  expect(() => process.kill(restarted.pid, 0)).toThrow('ESRCH')
})

test.skipIf(process.getuid?.() !== 0)('as root (else skipped) drops privileges', async () => {
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8')
  expect(status).toMatch(/^Uid:\t(?!0\t)(\d+)\t\1\t\1\t\1$/m)
  expect(status).toMatch(/^Groups:\t ?$/m)
})

function hasOpenssl(): boolean {
  return existsSync(OPENSSL)
}

function selfSigned(): { certificate: string; key: string } {
  const request = 'req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost -keyout - -out -'
  const pem = spawnSync(OPENSSL, request.split(' '), { encoding: 'utf8' }).stdout
  const start = pem.indexOf('-----BEGIN CERTIFICATE')
  return { key: pem.slice(0, start), certificate: pem.slice(start) }
}

/** As root the server's user must get in. */
async function openFolder(mode: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lakebase-postgres-test-'))
  await chmod(folder, mode)
  return folder
}

function connect(url: string, options: { database?: string } = {}): postgres.Sql {
  const client = postgres(url, { max: 1, onnotice: () => {}, ...options })
  clients.push(client)
  return client
}
