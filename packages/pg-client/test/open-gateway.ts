import { randomUUID } from 'node:crypto'
import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import { type PostgresGateway, startPostgresGateway } from '@lakebase/testing'
import {
  type Lakebase,
  type LakebaseEvent,
  type LakebaseOptions,
  lakebase,
  type MintToken,
} from '../src/index.js'

interface Token {
  readonly token: string
  readonly userName: string
  readonly expiresAtMs: number
}

/** A real Postgres behind a gateway that fails on request, and a mint for its tokens. */
export interface Place {
  readonly server: LocalPostgres
  readonly gateway: PostgresGateway
  /** How long the next tokens live. Default one hour. */
  lifetimeMs: number
  /** In place of the next tokens. */
  mintFault: (() => Promise<never>) | undefined
  /** What a client's `getToken` does. */
  readonly mint: MintToken
  readonly open: (options?: LakebaseOptions) => Lakebase & { readonly events: LakebaseEvent[] }
  readonly close: () => Promise<void>
}

export async function openPlace(): Promise<Place> {
  // An answer given is an answer kept, also over a crash.
  const server = await startPostgres({ settings: { synchronous_commit: 'on' } })
  const tokens: Token[] = []
  const gateway = await startPostgresGateway({ upstream: server, tokens })
  const clients: Lakebase[] = []
  const place: Place = {
    server,
    gateway,
    lifetimeMs: 3_600_000,
    mintFault: undefined,
    mint: async () => {
      if (place.mintFault) return place.mintFault()
      const token = `token-${randomUUID()}`
      const expiresAtMs = Date.now() + place.lifetimeMs
      tokens.push({ token, userName: 'ada', expiresAtMs })
      return { token: { reveal: () => token }, expiresAt: new Date(expiresAtMs) }
    },
    open: (options = {}) => {
      const events: LakebaseEvent[] = []
      const client = lakebase({
        host: gateway.host,
        port: gateway.port,
        user: 'ada',
        database: 'postgres',
        env: {},
        singleton: false,
        tls: { ...(gateway.ca !== undefined && { ca: gateway.ca }) },
        getToken: place.mint,
        onEvent: (event) => void events.push(event),
        ...options,
      })
      clients.push(client)
      return Object.assign(client, { events })
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.close({ drain: 0 })))
      await gateway.close()
      await server.stop()
    },
  }
  return place
}
