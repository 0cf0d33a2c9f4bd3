import { CliError, type Io, usageError } from '@lakebase/cli-kit'
import type { LocalPostgres } from '@lakebase/local-postgres'
import type { RunSql } from '@lakebase/sql-convert/verify'

/** A Postgres to plan statements on. */
export interface Planner {
  readonly runSql: RunSql
  /** Which one it is, without secrets. */
  readonly name: string
  readonly close: () => Promise<void>
}

/**
 * The Postgres whose address an environment variable holds, else one of our own, started for the moment.
 * Each library is loaded only here.
 */
export async function openPostgres(
  variable: string | undefined,
  io: Pick<Io, 'env'>,
): Promise<Planner> {
  if (variable !== undefined) return connect(addressIn(variable, io))
  const { LocalPostgresError, startPostgres } = await import('@lakebase/local-postgres')
  try {
    const server = await startPostgres()
    return await ownDatabase(server)
  } catch (error) {
    if (!(error instanceof LocalPostgresError)) throw error
    const hint =
      'give the address of a server of yours: LAKEBASE_URL=postgres://… --url LAKEBASE_URL'
    const finding = { ruleId: 'EXPLAIN', level: 'error', message: error.message, hint } as const
    throw new CliError(5, [finding], { cause: error })
  }
}

async function ownDatabase(server: LocalPostgres): Promise<Planner> {
  // Its socket works also where there is no network at all, not even the machine's own.
  const planner = await connect(await server.createDatabase(), server.folder)
  return {
    ...planner,
    name: 'a PostgreSQL 17 of our own on this machine',
    close: async () => {
      await planner.close()
      await server.stop()
    },
  }
}

/** What is typed is seen by every user of the machine, and kept by the shell: no address there. */
function addressIn(variable: string, { env }: Pick<Io, 'env'>): string {
  if (!/^\w+$/.test(variable)) {
    throw usageError(
      '--url takes the name of an environment variable, not an address, which may hold a password',
      'export LAKEBASE_URL=postgres://user:password@host/database, then --url LAKEBASE_URL',
    )
  }
  const address = env[variable]
  if (!address) throw usageError(`--url ${variable}: the environment has no ${variable}`)
  if (!URL.canParse(address)) {
    throw usageError(`--url ${variable}: its value is no address`, 'postgres://user@host/database')
  }
  return address
}

async function connect(address: string, socketFolder?: string): Promise<Planner> {
  const { default: postgres } = await import('postgres')
  const { host, pathname } = new URL(address)
  const name = `${host}${pathname}`
  const sql = postgres(address, {
    ...{ max: 1, onnotice: () => undefined, connect_timeout: 15 },
    ...(socketFolder !== undefined && { host: socketFolder }),
  })
  try {
    await sql`SELECT`
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw unreachable(name, error)
  }
  const runSql: RunSql = async (statement) => {
    try {
      return await sql.unsafe(statement)
    } catch (error) {
      throw isOfPostgres(error) ? error : unreachable(name, error)
    }
  }
  return { runSql, name, close: () => sql.end({ timeout: 5 }) }
}

/** An answer of the server has an SQLSTATE; what the driver says itself has a name of its own. */
function isOfPostgres(error: unknown): boolean {
  return error instanceof Error && error.name === 'PostgresError'
}

/** SQLSTATE class 28: the server knows who we are not. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^28/.test(String(error.code))
}

function unreachable(name: string, error: unknown): CliError {
  const why = error instanceof Error ? error.message : String(error)
  const finding = { ruleId: 'EXPLAIN', level: 'error', message: `${name}: ${why}` } as const
  return new CliError(isRefused(error) ? 4 : 5, [finding], { cause: error })
}
