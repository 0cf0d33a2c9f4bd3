import { type Io, readInput, usageError } from '@lakebase/cli-kit'
import { databaseEnvironment, openSession, parseAddress, type Session } from 'cli-loadtest/parts'

const TIMEOUT_MS = 10_000

export interface OpenedSource {
  readonly session: Session
  /** For people; holds no secret. */
  readonly name: string
}

/**
 * The database that is described: an address without a password, the name of the environment variable that holds one,
 * or `-` for one on stdin. Nothing can be written in the session.
 *
 * @throws CliError with exit code 2 for an address that is none, 4 or 5 when the server does not let us in
 */
export async function openSource(where: string, io: Io): Promise<OpenedSource> {
  const env = databaseEnvironment(io)
  const { text, isTyped } = address(where, { ...io, env })
  const target = parseAddress(text, isTyped ? '--from-pg' : 'DATABASE_URL', { ...io, env })
  const session = await openSession({ ...target, applicationName: 'lakebase-init' }, TIMEOUT_MS)
  await session.runSql('SET default_transaction_read_only = on')
  return { session, name: `${target.host}:${target.port}/${target.database}` }
}

function address(
  where: string,
  io: Pick<Io, 'env' | 'cwd'>,
): { readonly text: string; readonly isTyped: boolean } {
  if (where === '-') return { text: readInput('-', io.cwd).text.trim(), isTyped: false }
  if (!/^\w+$/.test(where)) return { text: where, isTyped: true }
  const value = io.env[where]
  if (value) return { text: value, isTyped: false }
  throw usageError(
    `--from-pg ${where}: the environment has no ${where}`,
    'postgres://user@host/database with the password in PGPASSWORD, the name of a variable that holds the address, or - for stdin',
  )
}
