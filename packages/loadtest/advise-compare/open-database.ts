import { startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import type { RunSql } from '../src/advise/run-sql.js'
import type { Workload } from './workload.js'

export interface CompareDatabase {
  readonly runSql: RunSql
  /** Without the indexes that were made since it was opened. */
  readonly reset: () => Promise<void>
  readonly stop: () => Promise<void>
}

export async function openDatabase({ setup }: Workload): Promise<CompareDatabase> {
  const server = await startPostgres({ settings: { shared_buffers: '512MB', jit: 'off' } })
  const sql = postgres(await server.createDatabase(), { max: 1, onnotice: () => undefined })
  for (const statement of setup) await sql.unsafe(statement).simple()
  const own = await indexes(sql)
  return {
    runSql: (text, parameters = []) => sql.unsafe(text, [...parameters]),
    reset: async () => {
      const made = (await indexes(sql)).filter((name) => !own.includes(name))
      for (const name of made) await sql.unsafe(`DROP INDEX ${name}`)
    },
    stop: async () => {
      await sql.end()
      await server.stop()
    },
  }
}

async function indexes(sql: postgres.Sql): Promise<readonly string[]> {
  const rows = await sql`
    SELECT format('%I.%I', schemaname, indexname) AS name FROM pg_indexes
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`
  return rows.map(({ name }) => String(name))
}
