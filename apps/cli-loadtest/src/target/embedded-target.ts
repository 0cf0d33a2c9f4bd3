import { CliError, type Io } from '@lakebase/cli-kit'
import type { Target } from '@lakebase/loadtest'
import type { LocalPostgres } from '@lakebase/local-postgres'
import type { LoadedScenario } from '../scenario/load-scenario.js'
import { type FillFlags, planFill } from './fill-embedded.js'
import { openSession } from './open-session.js'
import type { OpenedTarget } from './opened-target.js'

const FILL_TIMEOUT_MS = 10_000
const MOST_CONNECTIONS = 100

/**
 * A PostgreSQL 17 of our own, started for the moment, with the tables and rows that the scenario needs.
 * It writes to disk as a server does: a benchmark without that would flatter.
 */
export async function embeddedTarget(
  loaded: LoadedScenario,
  flags: FillFlags,
  io: Pick<Io, 'stderr' | 'stderrIsTty' | 'cwd'>,
  signal: AbortSignal,
): Promise<OpenedTarget> {
  const fill = planFill(loaded, flags, io)
  if (!flags.quiet) io.stderr('starting a PostgreSQL 17 of our own\n')
  const server = await start(loaded.scenario.connections)
  try {
    const target = await ownDatabase(server)
    const session = await openSession(target, FILL_TIMEOUT_MS)
    try {
      await fill(session.runSql, signal)
    } finally {
      await session.close()
    }
    const name = 'a PostgreSQL 17 of our own on this machine'
    return { target, name, close: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function start(connections: number): Promise<LocalPostgres> {
  const { LocalPostgresError, startPostgres } = await import('@lakebase/local-postgres')
  try {
    return await startPostgres({
      settings: {
        fsync: 'on',
        synchronous_commit: 'on',
        full_page_writes: 'on',
        shared_buffers: '256MB',
        max_connections: String(Math.max(MOST_CONNECTIONS, connections + 20)),
        shared_preload_libraries: 'pg_stat_statements',
      },
    })
  } catch (error) {
    if (!(error instanceof LocalPostgresError)) throw error
    const hint = 'name a database of yours: DATABASE_URL=postgres://…'
    const finding = { ruleId: 'EMBEDDED', level: 'error', message: error.message, hint } as const
    throw new CliError(5, [finding], { cause: error })
  }
}

async function ownDatabase(server: LocalPostgres): Promise<Target> {
  const { port, pathname, username, password } = new URL(await server.createDatabase())
  return {
    // Its socket works also where there is no network at all, not even the machine's own.
    host: server.folder,
    port: Number(port),
    database: pathname.slice(1),
    user: decodeURIComponent(username),
    password: () => decodeURIComponent(password),
    tls: false,
    applicationName: 'lakebase-loadtest',
  }
}
