import { createServer, type Socket } from 'node:net'
import type { DatabaseToken } from '../api/lakebase-resources.js'
import { createServerIdentity, strangerIdentity } from '../server/certificates.js'
import {
  createGatewayFaults,
  type GatewayFault,
  type GatewayFaultHandle,
  type GatewayFaults,
} from './gateway-fault.js'
import { listen } from './listen.js'
import { serveClient } from './serve-client.js'

export interface PostgresGatewayOptions {
  /** The Postgres behind, which trusts `user`: a `LocalPostgres` will do. */
  readonly upstream: { readonly host: string; readonly port: number; readonly user: string }
  /** What is accepted as password, looked up at each login: `workspace.databaseTokens` is. */
  readonly tokens: readonly Pick<DatabaseToken, 'expiresAtMs' | 'token' | 'userName'>[]
  /** TLS with a certificate of `ca`, and nothing without it; false is plain. Default true. */
  readonly tls?: boolean
  /** The clock that tokens expire by, milliseconds since 1970. Default Date.now. */
  readonly now?: () => number
}

/** What has come to the gateway since it started. */
export interface GatewayCounts {
  connects: number
  logins: number
  /** Logins with a token that is unknown, revoked, expired or another user's. */
  refusedLogins: number
  cancels: number
  /** Answers of the server that a fault kept from the client. */
  lostAnswers: number
}

/** How a connection ends: an administrator's 57P01, in order (FIN), or a reset. */
export type KillMethod = '57P01' | 'end' | 'reset'

/** A Postgres that lets in who has a token, and fails on request. */
export interface PostgresGateway {
  /** `localhost` */
  readonly host: string
  readonly port: number
  /** The certificate (PEM) to trust; undefined without TLS. */
  readonly ca: string | undefined
  readonly counts: Readonly<GatewayCounts>
  /** When each connection came, milliseconds since 1970, on the machine's clock (not on `now`). */
  readonly connectsAtMs: readonly number[]
  /** Clients logged in at present. */
  readonly open: number
  /** No token minted so far is good for another login. */
  readonly revokeTokens: () => void
  /** Ends so many of the open connections, taken by chance; without a number all. */
  readonly kill: (how: KillMethod, count?: number) => void
  /** Sets a fault, at once and until it is lifted. */
  readonly fault: (fault: GatewayFault) => GatewayFaultHandle
  readonly close: () => Promise<void>
}

/**
 * Starts a gateway on a free port of 127.0.0.1.
 *
 * @example
 * const postgres = await startPostgres()
 * const gateway = await startPostgresGateway({ upstream: postgres, tokens: workspace.databaseTokens })
 */
export async function startPostgresGateway(
  options: PostgresGatewayOptions,
): Promise<PostgresGateway> {
  const identity = (options.tls ?? true) ? await createServerIdentity() : undefined
  const counts = { connects: 0, logins: 0, refusedLogins: 0, cancels: 0, lostAnswers: 0 }
  const connectsAtMs: number[] = []
  const faults = createGatewayFaults()
  const revoked = new Set<string>()
  const clients = new Set<(how: KillMethod) => void>()
  const sockets = new Set<Socket>()
  const context = {
    upstream: options.upstream,
    identity,
    stranger: await strangerIdentity(),
    counts,
    faults,
    clients,
    accepts: (password: string, user: string | undefined): boolean => {
      const token = options.tokens.find((known) => known.token === password)
      const nowMs = (options.now ?? Date.now)()
      if (token === undefined || revoked.has(password)) return false
      return token.userName === user && token.expiresAtMs > nowMs
    },
  }
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    connectsAtMs.push(Date.now())
    socket.on('close', () => sockets.delete(socket))
    void serveClient(socket, context)
  })
  const port = await listen(server, 0)
  return {
    host: 'localhost',
    port,
    ca: identity?.ca,
    counts,
    connectsAtMs,
    get open() {
      return clients.size
    },
    revokeTokens: () => {
      for (const { token } of options.tokens) revoked.add(token)
    },
    kill: (how, count = clients.size) => {
      for (const kill of byChance([...clients]).slice(0, count)) kill(how)
    },
    fault: (fault) => {
      const entry = { fault, fired: 0 }
      faults.active.add(entry)
      const refuses = fault.kind === 'refuse-connections'
      if (refuses && server.listening) server.close()
      return {
        get fired() {
          return entry.fired
        },
        lift: async () => {
          const isOver = faults.active.delete(entry) && refuses && !refusesConnections(faults)
          if (isOver) await listen(server, port)
        },
      }
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
    },
  }
}

function refusesConnections({ active }: GatewayFaults): boolean {
  return [...active].some(({ fault }) => fault.kind === 'refuse-connections')
}

function byChance<Item>(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item)
}
