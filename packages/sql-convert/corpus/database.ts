import { startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { sparkCompatSql } from '../src/compat/library.js'
import type { ConvertedStatement } from '../src/convert/converted-statement.js'
import type { PostgresRows } from './compare/postgres-rows.js'

/** A PostgreSQL 17 to run conversions on, in the time zone of Spark's tests. */
export interface Database {
  /** Runs statements in one transaction; the rows are the last one's. */
  readonly run: (
    statement: Pick<ConvertedStatement, 'compatFunctions' | 'sql'>,
  ) => Promise<PostgresRows>
  /** A fresh schema with the tables that Spark's tests find there. */
  readonly useSchema: (name: string) => Promise<void>
  readonly stop: () => Promise<void>
}

export async function startDatabase(): Promise<Database> {
  const server = await startPostgres()
  const sql = postgres(await server.createDatabase(), {
    max: 1,
    onnotice: () => undefined,
    fetch_types: false,
    connection: { TimeZone: 'America/Los_Angeles', statement_timeout: 10_000 },
  })
  const names = await typeNames(sql)
  const loaded = new Set<string>()
  const load = async (wanted: readonly string[]) => {
    const missing = wanted.filter((name) => !loaded.has(name))
    if (missing.length === 0) return
    await sql.unsafe(sparkCompatSql(missing)).simple()
    for (const name of missing) loaded.add(name)
  }
  return {
    run: async ({ sql: statements, compatFunctions }) => {
      await load(compatFunctions)
      await sql.unsafe('BEGIN')
      try {
        let rows: PostgresRows = { types: [], rows: [] }
        for (const statement of statements) rows = await answer(sql, names, statement)
        await sql.unsafe('COMMIT')
        return rows
      } catch (error) {
        await sql.unsafe('ROLLBACK')
        throw error
      }
    },
    useSchema: async (name) => {
      await sql.unsafe(schemaSql(name)).simple()
    },
    stop: async () => {
      await sql.end()
      await server.stop()
    },
  }
}

async function typeNames(sql: postgres.Sql): Promise<ReadonlyMap<number, string>> {
  const rows = await sql`
    SELECT t.oid::int AS oid, CASE WHEN t.typcategory = 'A' THEN e.typname || '[]' ELSE t.typname END AS name
    FROM pg_type t LEFT JOIN pg_type e ON e.oid = t.typelem`
  return new Map(rows.map(({ oid, name }) => [Number(oid), String(name)]))
}

async function answer(
  sql: postgres.Sql,
  names: ReadonlyMap<number, string>,
  statement: string,
): Promise<PostgresRows> {
  const rows = await sql.unsafe(statement).raw()
  return {
    types: (rows.columns ?? []).map(({ type }) => names.get(type) ?? String(type)),
    rows: rows.map((row) =>
      row.map((cell) => (cell === null ? null : Buffer.from(cell).toString('utf8'))),
    ),
  }
}

function schemaSql(name: string): string {
  return `DISCARD TEMP; CREATE SCHEMA ${name}; SET search_path = ${name}, public;
CREATE TABLE testdata AS SELECT g AS key, g::text AS value FROM generate_series(1, 100) AS g;
CREATE TABLE arraydata (arraycol int[], nestedarraycol jsonb);
INSERT INTO arraydata VALUES ('{1,2,3}', '[[1,2,3]]'), ('{2,3,4}', '[[2,3,4]]');
CREATE TABLE mapdata (mapcol jsonb);
INSERT INTO mapdata SELECT (SELECT jsonb_object_agg(k, chr(96 + k) || n) FROM generate_series(1, 6 - n) AS k) FROM generate_series(1, 5) AS n;
CREATE TABLE aggtest (a smallint, b real);
INSERT INTO aggtest VALUES (56, 7.8), (100, 99.097), (0, 0.09561), (42, 324.78)`
}

/** The same tables in Databricks' words, for the converter. */
export const PRESENT_TABLES = `CREATE TABLE testdata (key INT, value STRING);
CREATE TABLE arraydata (arraycol ARRAY<INT>, nestedarraycol ARRAY<ARRAY<INT>>);
CREATE TABLE mapdata (mapcol MAP<INT, STRING>);
CREATE TABLE aggtest (a SMALLINT, b FLOAT)`
