import postgres from 'postgres'
import { Aborted, type Subject, type SubjectOptions } from './subject.js'

/** As its README has it: an async password, cached, one request at a time. */
export async function rawPostgres({ place, maxLifetimeMs }: SubjectOptions): Promise<Subject> {
  let held: { readonly value: string; readonly endMs: number } | undefined
  let minting: Promise<string> | undefined
  const mint = async () => {
    const { token, expiresAt } = await place.mint({ signal: AbortSignal.timeout(10_000) })
    held = { value: token.reveal(), endMs: expiresAt.getTime() - 300 }
    return held.value
  }
  const { host, port, ca } = place.access
  const sql = postgres({
    host,
    port,
    user: 'ada',
    database: 'postgres',
    max: 10,
    fetch_types: false,
    ssl: ca === undefined ? false : { ca, servername: host },
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
    transfer: ({ id, from, to, aborts }) =>
      sql.begin(async (t) => {
        await t`update accounts set balance = balance - 1 where id = ${from}`
        await t`update accounts set balance = balance + 1 where id = ${to}`
        await t`insert into transfers (id) values (${id})`
        if (aborts) throw new Aborted()
      }),
    close: () => sql.end({ timeout: 0 }),
  }
}
