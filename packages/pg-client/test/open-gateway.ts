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
  /** Where clients connect to. */
  readonly access: { readonly host: string; readonly port: number; readonly ca: string | undefined }
  /** When each token was asked for, milliseconds since 1970, on the machine's clock. */
  readonly mintsAtMs: readonly number[]
  /** How long the next tokens live. Default one hour. */
  lifetimeMs: number
  /** In place of the next tokens. */
  mintFault: (() => Promise<never>) | undefined
  /** With `scram`: what the server takes of the role `ada` at present. */
  rolePassword: string
  /** What a client's `getToken` does. */
  readonly mint: MintToken
  readonly open: (options?: LakebaseOptions) => Lakebase & { readonly events: LakebaseEvent[] }
  readonly close: () => Promise<void>
}

export interface PlaceOptions {
  /** Clients log in to the server itself, by SCRAM, as the role `ada`. */
  readonly scram?: boolean
  /** False: no TLS to the gateway. */
  readonly tls?: boolean
  /** A server that others use too, and that goes on. Default one of its own. */
  readonly server?: LocalPostgres
  /** The clock of tokens. Default Date.now. */
  readonly now?: () => number
}

export async function openPlace({
  scram = false,
  tls = true,
  server: shared,
  now = Date.now,
}: PlaceOptions = {}): Promise<Place> {
  const server = shared ?? (await startOwn(scram))
  const tokens: Token[] = []
  const mintsAtMs: number[] = []
  const gateway = await startPostgresGateway({ upstream: server, tokens, tls, now })
  const clients: Lakebase[] = []
  const place: Place = {
    server,
    gateway,
    access: scram
      ? { host: server.host, port: server.port, ca: undefined }
      : { host: gateway.host, port: gateway.port, ca: gateway.ca },
    mintsAtMs,
    lifetimeMs: 3_600_000,
    mintFault: undefined,
    rolePassword: '',
    mint: async () => {
      mintsAtMs.push(Date.now())
      if (place.mintFault) return place.mintFault()
      const token = scram ? place.rolePassword : `token-${randomUUID()}`
      const expiresAtMs = now() + place.lifetimeMs
      tokens.push({ token, userName: 'ada', expiresAtMs })
      return { token: { reveal: () => token }, expiresAt: new Date(expiresAtMs) }
    },
    open: (options = {}) => {
      const events: LakebaseEvent[] = []
      const client = lakebase({
        host: place.access.host,
        port: place.access.port,
        user: 'ada',
        database: 'postgres',
        env: {},
        singleton: false,
        tls: scram || gateway.ca === undefined ? { mode: 'off' } : { ca: gateway.ca },
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
      if (shared === undefined) await server.stop()
    },
  }
  return place
}

/** An answer given is an answer kept, also over a crash. */
function startOwn(scram: boolean): Promise<LocalPostgres> {
  return startPostgres({
    settings: { synchronous_commit: 'on' },
    auth: scram ? 'scram' : 'trust',
  })
}
