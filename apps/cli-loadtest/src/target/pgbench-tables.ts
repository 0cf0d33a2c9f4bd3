/** Of `pgbench -i`, at scale 1: https://www.postgresql.org/docs/17/pgbench.html */
const ACCOUNTS = 100_000
const TELLERS = 10

const NAMES: ReadonlySet<string> = new Set([
  'pgbench_accounts',
  'pgbench_branches',
  'pgbench_history',
  'pgbench_tellers',
])

/** A name without a schema that `pgbench -i` gives a table. */
export function isPgbenchTable(name: string): boolean {
  return NAMES.has(name)
}

/** The tables of pgbench with their rows, as `pgbench -i -s` makes them, for scales below 1 too. */
export function pgbenchTables(scale: number): {
  readonly rows: number
  readonly sql: readonly string[]
} {
  const branches = Math.max(1, Math.round(scale))
  const tellers = Math.max(1, Math.round(TELLERS * scale))
  const accounts = Math.max(1, Math.round(ACCOUNTS * scale))
  return {
    rows: accounts,
    sql: [
      'CREATE TABLE pgbench_branches (bid int PRIMARY KEY, bbalance int, filler char(88)) WITH (fillfactor = 100)',
      'CREATE TABLE pgbench_tellers (tid int PRIMARY KEY, bid int, tbalance int, filler char(84)) WITH (fillfactor = 100)',
      'CREATE TABLE pgbench_accounts (aid int PRIMARY KEY, bid int, abalance int, filler char(84)) WITH (fillfactor = 100)',
      'CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))',
      `INSERT INTO pgbench_branches SELECT n, 0 FROM generate_series(1, ${branches}) n`,
      `INSERT INTO pgbench_tellers SELECT n, (n - 1) / ${TELLERS} + 1, 0 FROM generate_series(1, ${tellers}) n`,
      `INSERT INTO pgbench_accounts SELECT n, (n - 1) / ${ACCOUNTS} + 1, 0, '' FROM generate_series(1, ${accounts}) n`,
      'VACUUM ANALYZE pgbench_branches, pgbench_tellers, pgbench_accounts, pgbench_history',
    ],
  }
}
