import type { Socket } from 'node:net'
import postgres from 'postgres'
import { ARRAY_TYPES } from '../sql/array-types.js'
import { cancelBackend, watchBackendKey } from './backend-key.js'
import type { Connection } from './connection.js'
import { type Address, openSocket, type TlsOptions } from './open-socket.js'

export interface Login extends Address {
  readonly user: string
  readonly database: string
  readonly password: string
  readonly tls: TlsOptions
  /** Session settings, sent with the start. */
  readonly settings: Readonly<Record<string, string>>
  readonly connectTimeoutMs: number
  readonly types: DriverTypes | undefined
}

/** How values are read and written, by oid. */
export interface DriverTypes {
  readonly parsers: postgres.ParsedOptions['parsers']
  readonly serializers: postgres.ParsedOptions['serializers']
}

export interface Lifetime {
  readonly bornAtMs: number
  readonly endAtMs: number
}

/** What a connection asks first. The statistics are reset by a recovery from a crash, and by little else. */
const HELLO = 'select stats_reset::text as epoch from pg_stat_bgwriter'

/**
 * Logs in once. The driver gets a socket that is ready and a password that is there, so none of its own
 * ways to connect, to wait or to reconnect are used.
 */
export async function openConnection(
  login: Login,
  lifetime: () => Lifetime,
  onLost: (connection: Connection) => void,
): Promise<Connection> {
  const socket = await openSocket(login, login.tls, login.connectTimeoutMs)
  const backendKey = watchBackendKey(socket)
  let lost = false
  const gone = new Promise<never>((_, reject) => {
    const closed = () => {
      lost = true
      reject(Object.assign(new Error('closed during login'), { code: 'CONNECTION_CLOSED' }))
    }
    // Before the driver gets it: a close that nobody hears would be a wait for ever.
    socket.once('close', closed)
    if (socket.destroyed) closed()
  })
  gone.catch(() => undefined)
  const driver = postgres(driverOptions(login, socket))
  if (login.types) adopt(driver.options, login.types)
  const end = () => {
    lost = true
    socket.destroy()
    driver.end({ timeout: 0 }).catch(() => undefined)
  }
  const timer = setTimeout(end, login.connectTimeoutMs)
  try {
    const hello = driver.unsafe<{ epoch: string }[]>(HELLO).execute()
    hello.catch(() => undefined)
    const [row] = await Promise.race([hello, gone])
    // Reserving before a first query would wait for ever.
    const reserving = driver.reserve()
    reserving.catch(() => undefined)
    const sql = await Promise.race([reserving, gone])
    const { bornAtMs, endAtMs } = lifetime()
    const connection: Connection = {
      sql,
      epoch: row?.epoch ?? '',
      bornAtMs,
      endAtMs,
      idleSinceMs: bornAtMs,
      readOnly: false,
      cancel: () => cancelBackend(login, login.tls, backendKey(), login.connectTimeoutMs),
      isLost: () => lost || socket.destroyed,
      destroy: end,
    }
    socket.once('close', () => onLost(connection))
    return connection
  } catch (error) {
    end()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** In place: the driver has taken hold of its own objects. */
function adopt(own: DriverTypes, given: DriverTypes): void {
  for (const kind of ['parsers', 'serializers'] as const) {
    for (const oid of Object.keys(own[kind])) Reflect.deleteProperty(own[kind], oid)
    Object.assign(own[kind], given[kind])
  }
}

function driverOptions(login: Login, socket: Socket) {
  let used = false
  return {
    host: login.host,
    port: login.port,
    user: login.user,
    database: login.database,
    password: () => login.password,
    ssl: false,
    max: 1,
    max_lifetime: null,
    connect_timeout: Math.max(1, Math.ceil(login.connectTimeoutMs / 1000)),
    // Its question for types ends the process when it fails.
    fetch_types: false,
    types: ARRAY_TYPES,
    onnotice: () => undefined,
    connection: login.settings,
    socket: () => {
      if (used) throw Object.assign(new Error('one connection only'), { code: 'CONNECTION_CLOSED' })
      used = true
      return socket
    },
  }
}
