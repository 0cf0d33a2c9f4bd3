import { CliError } from '@lakebase/cli-kit'
import type { Target } from '@lakebase/loadtest'
import type { RunSql } from '@lakebase/loadtest/advise'

/** One connection for questions beside the load. */
export interface Session {
  readonly runSql: RunSql
  readonly close: () => Promise<void>
}

/** What the package `postgres` takes for one connection to a target. */
export async function postgresOptions(target: Target, timeoutMs: number) {
  const { host, port, database, user, password, settings = {} } = target
  return {
    ...{ host, port, database, user },
    password: (await password?.()) ?? '',
    ssl: ssl(target),
    max: 1,
    connect_timeout: Math.max(1, Math.ceil(timeoutMs / 1000)),
    // The connection is one: were it replaced, a transaction that is open would be too.
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    connection: { application_name: target.applicationName ?? 'lakebase-loadtest', ...settings },
  }
}

/** @throws CliError with exit code 4 or 5 when the server cannot be reached or refuses */
export async function openSession(target: Target, timeoutMs: number): Promise<Session> {
  const { default: postgres } = await import('postgres')
  const sql = postgres(await postgresOptions(target, timeoutMs))
  try {
    await sql`SELECT`
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw unreachable(target, error)
  }
  return {
    runSql: (text, parameters = []) => sql.unsafe(text, [...parameters]),
    close: () => sql.end({ timeout: 5 }),
  }
}

function ssl({ tls, host }: Target) {
  if (tls === false) return false
  const { mode, ca, serverName } = tls
  return {
    rejectUnauthorized: mode === 'verify-full',
    servername: serverName ?? host,
    ...(ca !== undefined && { ca }),
  }
}

/** The failure of a first connection, without anything secret. */
function unreachable({ host, port, database }: Target, error: unknown): CliError {
  const why = error instanceof Error ? error.message : String(error)
  const message = `${host}:${port}/${database}: ${why || 'no answer'}`
  const finding = { ruleId: 'CONNECT', level: 'error', message } as const
  return new CliError(isRefused(error) ? 4 : 5, [finding], { cause: error })
}

/** SQLSTATE class 28: the server knows who we are not. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^28/.test(String(error.code))
}

/** How the library reads the values of a column. */
export function columnReader({ runSql }: Session) {
  return async (sql: string) =>
    (await runSql(sql)).map((row) => {
      const [value] = Object.values(row)
      return value === null || value === undefined ? null : String(value)
    })
}
