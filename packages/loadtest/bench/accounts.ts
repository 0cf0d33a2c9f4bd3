import type { LocalPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'

export const ACCOUNTS = 1_000_000

/** The tables of pgbench at scale 10, as far as the scripts here use them. */
export async function makeAccounts(server: LocalPostgres): Promise<void> {
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined })
  await sql`
    create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 90)`
  await sql`
    insert into pgbench_accounts select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, ${ACCOUNTS}::int) as n`
  await sql`create table pgbench_history (aid int, delta int, mtime timestamp, filler char(22))`
  await sql`vacuum analyze pgbench_accounts`
  await sql`checkpoint`
  await sql.end()
}
