import { readFileSync } from 'node:fs'
import { type Io, usageError, userPath } from '@lakebase/cli-kit'
import type { Target, TargetTls } from '@lakebase/loadtest'

/** Where an address came from, for messages: `--url`, `DATABASE_URL`. */
export type AddressSource = '--url' | '--from-pg' | 'DATABASE_URL' | 'PGHOST'

type World = Pick<Io, 'env' | 'cwd'>

/**
 * The target that an address names; what it leaves out comes from the PG* variables of the environment.
 *
 * @throws CliError with exit code 2
 */
export function parseAddress(text: string, source: AddressSource, io: World): Target {
  if (!URL.canParse(text)) {
    throw usageError(`${source} is no address`, 'it reads postgres://user@host:5432/database')
  }
  const url = new URL(text)
  if (!/^postgres(ql)?:$/.test(url.protocol)) {
    throw usageError(`${source} is no Postgres address`, 'it begins with postgres://')
  }
  if (source === '--url' || source === '--from-pg') refusePassword(url, source)
  return targetFrom(
    {
      host: decoded(url.hostname) || undefined,
      port: url.port || undefined,
      user: decoded(url.username) || undefined,
      password: decoded(url.password) || url.searchParams.get('password') || undefined,
      database: decoded(url.pathname.slice(1)) || undefined,
      sslMode: url.searchParams.get('sslmode') ?? undefined,
      sslRootCert: url.searchParams.get('sslrootcert') ?? undefined,
    },
    source,
    io,
  )
}

/** The target that the PG* variables name; undefined without PGHOST. */
export function targetOfEnvironment(io: World): Target | undefined {
  return io.env.PGHOST ? targetFrom({}, 'PGHOST', io) : undefined
}

interface Parts {
  readonly host?: string | undefined
  readonly port?: string | undefined
  readonly user?: string | undefined
  readonly password?: string | undefined
  readonly database?: string | undefined
  readonly sslMode?: string | undefined
  readonly sslRootCert?: string | undefined
}

function targetFrom(parts: Parts, source: AddressSource, io: World): Target {
  const { env } = io
  const host = parts.host ?? env.PGHOST ?? 'localhost'
  const user = parts.user ?? env.PGUSER ?? env.USER
  if (!user) throw usageError(`${source} names no user`, 'postgres://user@host/database, or PGUSER')
  const password = parts.password ?? env.PGPASSWORD
  return {
    host,
    port: port(parts.port ?? env.PGPORT ?? '5432', source),
    database: parts.database ?? env.PGDATABASE ?? user,
    user,
    ...(password !== undefined && { password: () => password }),
    tls: tls(parts.sslMode ?? env.PGSSLMODE, parts.sslRootCert ?? env.PGSSLROOTCERT, host, io),
  }
}

/** What is typed is seen by every user of the machine, and kept by the shell. */
function refusePassword(url: URL, flag: '--url' | '--from-pg'): void {
  if (url.password === '' && !url.searchParams.has('password')) return
  throw usageError(
    `${flag} holds a password, which every user of this machine can read while the command runs`,
    flag === '--url'
      ? 'leave it out of --url and put it into PGPASSWORD, or the whole address into DATABASE_URL'
      : 'leave it out and put it into PGPASSWORD; or put the whole address into a variable and name that, as --from-pg DATABASE_URL',
  )
}

function port(text: string, source: AddressSource): number {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value
  throw usageError(`${source}: "${text}" is no port`, 'a port is a number from 1 to 65535')
}

/** Without a word on it: plain on this machine, checked to every other. */
function tls(
  mode: string | undefined,
  rootCert: string | undefined,
  host: string,
  io: World,
): false | TargetTls {
  const ca = rootCert === undefined ? {} : { ca: readCertificate(rootCert, io) }
  switch (mode) {
    case undefined:
      return isLoopback(host) && rootCert === undefined ? false : { mode: 'verify-full', ...ca }
    case 'disable':
      return false
    case 'require':
      return { mode: rootCert === undefined ? 'require' : 'verify-full', ...ca }
    case 'verify-full':
      return { mode: 'verify-full', ...ca }
    default:
      throw usageError(
        `sslmode=${mode} is not taken: whether there is TLS must not depend on the server`,
        'say disable, require or verify-full',
      )
  }
}

function readCertificate(path: string, { cwd }: World): string {
  try {
    return readFileSync(userPath(path, cwd), 'utf8')
  } catch (error) {
    throw usageError(`sslrootcert ${path} cannot be read: ${String(error)}`)
  }
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.|::1$|\[::1\]$)/.test(host)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
