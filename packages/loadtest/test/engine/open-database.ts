import {
  type LocalPostgres,
  type LocalPostgresOptions,
  startPostgres,
} from '@lakebase/local-postgres'
import postgres from 'postgres'
import type { Target } from '../../src/target.js'

export interface TestDatabase {
  readonly server: LocalPostgres
  readonly target: Target
  readonly sql: postgres.Sql
  stop(): Promise<void>
}

/** A server of its own, and a client to look at what the load did. */
export async function openDatabase(options: LocalPostgresOptions = {}): Promise<TestDatabase> {
  const server = await startPostgres(options)
  const { host, port, user } = server
  const sql = postgres(server.url, { max: 2, onnotice: () => undefined })
  return {
    server,
    target: { host, port, user, database: 'postgres', tls: false },
    sql,
    stop: async () => {
      await sql.end({ timeout: 1 })
      await server.stop()
    },
  }
}
