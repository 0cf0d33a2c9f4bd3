import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { advise } from '../../src/advise/advise.js'
import type { RunSql } from '../../src/advise/run-sql.js'
import { queriesFromStatStatements } from '../../src/advise/workload/queries-from-stat-statements.js'

let server: LocalPostgres
let sql: postgres.Sql
let runSql: RunSql

const TABLES = `
CREATE TABLE parents (id int PRIMARY KEY);
INSERT INTO parents SELECT generate_series(1, 1000);
CREATE TABLE children (
  id int GENERATED ALWAYS AS IDENTITY, parent_id int REFERENCES parents, code varchar(20), amount numeric,
  place int, region int, note text);
INSERT INTO children (parent_id, code, amount, place, region, note)
  SELECT g % 1000 + 1, 'c' || g, g, g % 500, (g % 500) / 10, repeat('x', 90) FROM generate_series(1, 80000) g;
CREATE INDEX children_amount ON children (amount);
CREATE INDEX children_amount_id ON children (amount, id);
CREATE INDEX children_code ON children (code);
CREATE INDEX children_note ON children (note, code);
VACUUM ANALYZE;
CREATE TABLE fresh AS SELECT g AS id FROM generate_series(1, 1000) g;
SELECT setval(pg_get_serial_sequence('children', 'id'), 2000000000)`

beforeAll(async () => {
  server = await startPostgres({
    settings: {
      autovacuum: 'off',
      shared_preload_libraries: 'pg_stat_statements',
      work_mem: '1MB',
    },
  })
  sql = postgres(await server.createDatabase(), { max: 1, onnotice: () => undefined })
  for (const statement of TABLES.split(';\n')) await sql.unsafe(statement)
  runSql = (text, parameters = []) => sql.unsafe(text, [...parameters])
})

afterAll(async () => {
  await sql.end()
  await server.stop()
})

async function findings(options = {}) {
  await sql`SELECT pg_stat_force_next_flush()`
  const advice = await advise([], runSql, options)
  return (ruleId: string) => advice.findings.filter((one) => one.ruleId === ruleId)
}

test('indexes that nobody uses or that another one holds, constraints apart', async () => {
  const of = await findings()
  expect(of('LT203').map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^public.children_amount \(.*\) is needless beside public.children_amount_id/,
    ),
  ])
  expect(of('LT202').map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^public.children_note \(.*\) was not used since the statistics began/),
  )
})

test('a table without statistics, a sequence near its end, a foreign key without an index', async () => {
  const of = await findings()
  expect(of('LT207')).toMatchObject([
    {
      message: expect.stringContaining('public.fresh has no statistics'),
      hint: 'ANALYZE public.fresh',
    },
  ])
  expect(of('LT210')).toMatchObject([
    {
      level: 'error',
      message: expect.stringContaining('93 % of its numbers (children.id, integer)'),
    },
  ])
  expect(of('LT211')).toMatchObject([
    {
      message: expect.stringContaining(
        'delete and key change in parents reads all of public.children',
      ),
    },
  ])
})

test('a table that is read from end to end again and again', async () => {
  expect((await findings())('LT201')).toEqual([])
  for (let times = 0; times < 12; times++)
    await sql`SELECT sum(amount) FROM children WHERE region = 3`
  expect((await findings())('LT201')).toMatchObject([
    {
      message: expect.stringMatching(
        /^public.children \(12 MB\) was read from end to end \d+ times/,
      ),
    },
  ])
})

test('a table of which most was deleted holds little for its size, and dead rows until a vacuum', async () => {
  await sql`CREATE TABLE shrunk AS SELECT g AS id, repeat('y', 200) AS note FROM generate_series(1, 60000) g`
  await sql`VACUUM ANALYZE shrunk`
  expect((await findings())('LT206')).toEqual([])
  await sql`DELETE FROM shrunk WHERE id % 6 > 0`
  expect((await findings())('LT208')).toContainEqual(
    expect.objectContaining({ level: 'warn', hint: 'VACUUM (ANALYZE) public.shrunk' }),
  )
  await sql`VACUUM ANALYZE shrunk`
  const [bloat] = (await findings())('LT206')
  const [, empty = 0, all = 1] = /about (\d+) MB of the (\d+) MB/.exec(bloat?.message ?? '') ?? []
  expect(Number(empty) / Number(all)).toBeCloseTo(5 / 6, 1)
})

test('the cache of the run, and only of a run', async () => {
  expect((await findings())('LT205')).toEqual([])
  expect((await findings({ cacheHit: 0.995 }))('LT205')).toEqual([])
  expect((await findings({ cacheHit: 0.8 }))('LT205')).toMatchObject([
    { level: 'warn', message: expect.stringContaining('80 %') },
  ])
})

async function hints(text: string, sample: (string | number)[] = []) {
  const query = { id: 'q', sql: text, weight: 1, ...(sample.length > 0 && { samples: [sample] }) }
  const { queries } = await advise([query], runSql, { allowBuild: true, analyze: 'reads' })
  const [first] = queries
  if (first?.outcome !== 'planned') throw new Error(first?.why)
  return first.hints
}

test.each<{ ruleId: string; sql: string; says: RegExp }>([
  {
    ruleId: 'LT231',
    sql: 'SELECT * FROM children WHERE parent_id = 5',
    says: /reads all 80,000 rows of children .* to keep 80/,
  },
  {
    ruleId: 'LT232',
    sql: 'SELECT * FROM children ORDER BY md5(note), place',
    says: /the sort by .* wrote .* MB to disk: work_mem is 1\.0 MB/,
  },
  {
    ruleId: 'LT237',
    sql: 'SELECT count(*) FROM children WHERE place = 77 AND region = 7 AND note > $$a$$',
    says: /children gives 160 rows where \d+ were expected/,
  },
  {
    ruleId: 'LT238',
    sql: 'SELECT * FROM children WHERE amount::float8 = 5.5::float8',
    says: /amount \(numeric\) is turned into double precision|amount \(numeric\) is turned into float8/,
  },
  {
    ruleId: 'LT239',
    sql: "SELECT * FROM children WHERE upper(code) = 'C7' AND random() < 2",
    says: /children_code does not serve .*upper/,
  },
  {
    ruleId: 'LT241',
    sql: "SELECT * FROM children WHERE note LIKE '%y%'",
    says: /wildcard.*: note of children/,
  },
])('$ruleId of a plan: $sql', async ({ ruleId, sql: text, says }) => {
  const found = (await hints(text)).filter((one) => one.ruleId === ruleId)
  expect(found.map(({ message }) => message)).toEqual([expect.stringMatching(says)])
})

test('the workload that the server has counted can be advised on', async () => {
  await sql`CREATE EXTENSION pg_stat_statements`
  await sql`SELECT pg_stat_statements_reset()`
  for (let id = 0; id < 7; id++) await sql`SELECT note FROM children WHERE parent_id = ${id}`
  await sql.unsafe("SELECT count(*) FROM children WHERE id < 5 AND now() > date '2020-01-01'")
  await sql`SELECT 1`
  const { queries, skipped } = await queriesFromStatStatements(runSql)
  expect(queries).toMatchObject([
    { sql: expect.stringContaining('WHERE parent_id = $1'), weight: 7 },
    { sql: 'SELECT count(*) FROM children WHERE id < $1 AND now() > $2::date', weight: 1 },
  ])
  expect(skipped).toContainEqual(
    expect.objectContaining({ sql: 'SELECT $1', why: 'reads no table of yours' }),
  )
  const { proposals, unit } = await advise(queries, runSql, { allowBuild: true })
  expect(unit).toBe('ms')
  expect(proposals.map(({ definition }) => definition)).toContain('(parent_id)')
})

test('without pg_stat_statements it says how to have it', async () => {
  const other = postgres(server.url, { max: 1 })
  try {
    await expect(
      queriesFromStatStatements((text, parameters = []) => other.unsafe(text, [...parameters])),
    ).rejects.toMatchObject({ code: 'NO_STATEMENT_STATISTICS' })
  } finally {
    await other.end()
  }
})

test('findings are of every schema, or of those that are named', async () => {
  await sql`CREATE SCHEMA elsewhere`
  await sql`CREATE TABLE elsewhere.unknown AS SELECT 1 AS one`
  const messages = async (options = {}) =>
    (await advise([], runSql, options)).findings.map(({ message }) => message)
  const about = expect.stringContaining('elsewhere.unknown has no statistics')
  expect(await messages()).toContainEqual(about)
  expect(await messages({ schemas: ['public'] })).not.toContainEqual(about)
  expect(await messages({ schemas: ['elsewhere'] })).toEqual([about])
})
