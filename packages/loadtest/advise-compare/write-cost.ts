import type { RunSql } from '../src/advise/run-sql.js'

const ROWS = 20_000
const ROUNDS = 9

/**
 * What one more entry in an index costs beside what reading a page in order does: what `ENTRY_COST`
 * of the advice stands for. The fastest of nine rounds each, so that a busy machine tells the same.
 */
export async function measureWrites(runSql: RunSql): Promise<readonly string[]> {
  await runSql('CREATE TABLE written (id bigint, word text, tags text[])')
  await runSql(
    `INSERT INTO written SELECT g * 7919 % 1000003, md5(g::text), ARRAY['a' || g % 500, 'b' || g % 90] FROM generate_series(1, 200000) g`,
  )
  await runSql('VACUUM ANALYZE written')
  const none = await perRow(runSql)
  await runSql('CREATE INDEX written_id ON written (id)')
  const btree = (await perRow(runSql)) - none
  await runSql('DROP INDEX written_id')
  await runSql('CREATE INDEX written_tags ON written USING gin (tags) WITH (fastupdate = off)')
  const gin = (await perRow(runSql)) - none
  const unit = await perCost(runSql)
  await runSql('DROP TABLE written')
  return [
    `an entry: B-tree ${btree.toFixed(2)} µs, GIN of two elements ${gin.toFixed(2)} µs; a unit of the planner's cost ${unit.toFixed(2)} µs`,
    `in units: B-tree ${(btree / unit).toFixed(2)}, GIN ${(gin / unit).toFixed(2)}`,
  ]
}

async function perRow(runSql: RunSql): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    await runSql('BEGIN')
    const start = performance.now()
    await runSql(
      `INSERT INTO written SELECT g * 104729 % 1000003, 'x', ARRAY['a' || g % 500, 'b' || g % 90] FROM generate_series(1, ${ROWS}) g`,
    )
    times.push(performance.now() - start)
    await runSql('ROLLBACK')
  }
  return (Math.min(...times) * 1_000) / ROWS
}

async function perCost(runSql: RunSql): Promise<number> {
  const times: number[] = []
  let cost = 1
  for (let round = 0; round < ROUNDS; round++) {
    const [row] = await runSql(
      `EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) SELECT count(*) FROM written WHERE word = 'y'`,
    )
    const [{ Plan, 'Execution Time': ms }] = JSON.parse(JSON.stringify(row?.['QUERY PLAN']))
    cost = Number(Plan['Total Cost'])
    times.push(Number(ms))
  }
  return (Math.min(...times) * 1_000) / cost
}
