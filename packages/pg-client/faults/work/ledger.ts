import type postgres from 'postgres'
import type { Result } from '../result.js'
import type { Tally } from './tally.js'

export const ACCOUNTS = 20
const BALANCE = 1000

/** No unique key: a second run of an insert would be seen. */
export async function prepareLedger(sql: postgres.Sql): Promise<void> {
  await sql`create table work (id uuid)`
  await sql`create table transfers (id uuid)`
  await sql`
    create table accounts as
    select id, ${BALANCE}::int as balance from generate_series(0, ${ACCOUNTS - 1}::int) as id`
}

/** What the server has, beside what the client said. */
export async function checkLedger(
  sql: postgres.Sql,
  { confirmed, rejected, aborted }: Tally,
): Promise<Pick<Result, 'done' | 'duplicates' | 'missing'>> {
  const rows = await sql<{ id: string; times: number }[]>`
    select id, count(*)::int as times from (table work union all table transfers) as ids group by id`
  const [accounts] = await sql<
    { balance: number }[]
  >`select sum(balance)::int as balance from accounts`
  const there = new Set(rows.map(({ id }) => id))
  const twice = rows.reduce((sum, { times }) => sum + times - 1, 0)
  return {
    done: rejected.filter((id) => there.has(id)).length,
    duplicates:
      twice +
      aborted.filter((id) => there.has(id)).length +
      Math.abs((accounts?.balance ?? 0) - ACCOUNTS * BALANCE),
    missing: confirmed.filter((id) => !there.has(id)).length,
  }
}
