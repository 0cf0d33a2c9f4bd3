import { Aborted, type Subject, type SubjectOptions } from './subject.js'

export async function ours({ place, maxLifetimeMs }: SubjectOptions): Promise<Subject> {
  let resolved = 0
  const db = place.open({
    onEvent: ({ type }) => {
      if (type === 'commit.resolved') resolved++
    },
    ...(maxLifetimeMs !== undefined && { pool: { maxLifetimeMs } }),
    // The hour of a token is seconds here.
    token: { minValidityMs: 300 },
  })
  return {
    insert: async (id) => (await db.insert('work', { id })).length,
    read: async (id) => (await db.read`select ${id}::uuid as id`).length,
    transfer: ({ id, from, to, aborts }) =>
      db.tx(
        async (t) => {
          await t.sql`update accounts set balance = balance - 1 where id = ${from}`
          await t.sql`update accounts set balance = balance + 1 where id = ${to}`
          await t.insert('transfers', { id })
          if (aborts) throw new Aborted()
        },
        { retry: 'safe' },
      ),
    resolved: () => resolved,
    close: () => db.close({ drain: 0 }),
  }
}
