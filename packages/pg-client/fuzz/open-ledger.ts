import type { Lakebase } from '../src/index.js'
import type { Place } from '../test/open-gateway.js'

/** The table that schedules write into, from a connection that no fault strikes. */
export async function openLedger({ open, server }: Place): Promise<Lakebase> {
  const { host, port, user } = server
  const ledger = open({ host, port, user, tls: { mode: 'off' }, pool: { max: 2 } })
  // No unique key: a second run of an insert would be seen.
  await ledger.sql`create table ledger (id text)`
  await ledger.sql`create index ledger_id on ledger (id)`
  return ledger
}
