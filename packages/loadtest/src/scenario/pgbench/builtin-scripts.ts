/** The scripts that pgbench has built in, over the tables of `pgbench -i`. */
export type BuiltinName = 'tpcb-like' | 'simple-update' | 'select-only'

const DRAW_ACCOUNT = String.raw`\set aid random(1, 100000 * :scale)`
const DRAW_REST = String.raw`\set bid random(1, 1 * :scale)
\set tid random(1, 10 * :scale)
\set delta random(-5000, 5000)`
const UPDATE_ACCOUNT = 'UPDATE pgbench_accounts SET abalance = abalance + :delta WHERE aid = :aid;'
const READ_ACCOUNT = 'SELECT abalance FROM pgbench_accounts WHERE aid = :aid;'
const WRITE_HISTORY = `INSERT INTO pgbench_history (tid, bid, aid, delta, mtime)
  VALUES (:tid, :bid, :aid, :delta, CURRENT_TIMESTAMP);`

const SCRIPTS: Readonly<Record<BuiltinName, readonly string[]>> = {
  'tpcb-like': [
    DRAW_ACCOUNT,
    DRAW_REST,
    'BEGIN;',
    UPDATE_ACCOUNT,
    READ_ACCOUNT,
    'UPDATE pgbench_tellers SET tbalance = tbalance + :delta WHERE tid = :tid;',
    'UPDATE pgbench_branches SET bbalance = bbalance + :delta WHERE bid = :bid;',
    WRITE_HISTORY,
    'END;',
  ],
  'simple-update': [
    DRAW_ACCOUNT,
    DRAW_REST,
    'BEGIN;',
    UPDATE_ACCOUNT,
    READ_ACCOUNT,
    WRITE_HISTORY,
    'END;',
  ],
  'select-only': [DRAW_ACCOUNT, READ_ACCOUNT],
}

/** As the documentation of pgbench (PostgreSQL 17, "What is the Transaction Actually Performed") describes it. */
export function builtinScript(name: BuiltinName): string {
  return SCRIPTS[name].join('\n')
}
