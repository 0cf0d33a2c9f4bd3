import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import type { Place } from '../test/open-gateway.js'
import type { Scenario } from './scenario.js'

/** A client under test: one insert that returns its row, one read, and its end. */
export interface Subject {
  readonly insert: (id: string) => Promise<number>
  readonly read: (id: string) => Promise<number>
  readonly mints: () => number
  readonly close: () => Promise<void>
}

export function ours(place: Place, { maxLifetimeMs }: Scenario): Subject {
  const db = place.open({
    ...(maxLifetimeMs !== undefined && { pool: { maxLifetimeMs } }),
    // One second in place of ten: the hour of a run is seconds here.
    token: { timeoutMs: 1000, minValidityMs: 300 },
  })
  return {
    insert: async (id) => (await db.insert('work', { id })).length,
    read: async (id) => (await db.read`select ${id}::uuid as id`).length,
    mints: () => db.stats().mints,
    close: () => db.close({ drain: 0 }),
  }
}

/** As its README has it: an async password, cached, one request at a time. */
export function rawPostgres(place: Place, { maxLifetimeMs }: Scenario): Subject {
  let mints = 0
  let held: { readonly value: string; readonly endMs: number } | undefined
  let minting: Promise<string> | undefined
  const mint = async () => {
    mints++
    const { token, expiresAt } = await place.mint({ signal: AbortSignal.timeout(10_000) })
    held = { value: token.reveal(), endMs: expiresAt.getTime() - 300 }
    return held.value
  }
  const sql = postgres({
    host: '127.0.0.1',
    port: place.gateway.port,
    user: 'ada',
    database: 'postgres',
    max: 10,
    fetch_types: false,
    ssl: { ca: place.gateway.ca, servername: 'localhost' },
    ...(maxLifetimeMs !== undefined && { max_lifetime: maxLifetimeMs / 1000 }),
    onnotice: () => undefined,
    password: async () => {
      if (held && Date.now() < held.endMs) return held.value
      minting ??= mint().finally(() => {
        minting = undefined
      })
      return minting
    },
  })
  return {
    insert: async (id) => (await sql`insert into work (id) values (${id}) returning *`).length,
    read: async (id) => (await sql`select ${id}::uuid as id`).length,
    mints: () => mints,
    close: () => sql.end({ timeout: 0 }),
  }
}

export const newId = (): string => randomUUID()
