import { type CliError, fileError } from '@lakebase/cli-kit'
import { GenerateError, resolveColumns, type Scenario, type Target } from '@lakebase/loadtest'
import { columnReader, openSession, type Session } from './open-session.js'

/** The scenario with the values of the columns that it draws from, read once, before anything is timed. */
export async function withColumns(scenario: Scenario, target: Target): Promise<Scenario> {
  if (!JSON.stringify(scenario, bigints).includes('"kind":"column"')) return scenario
  const session = await openSession(target, scenario.connectTimeoutMs)
  try {
    return await readColumns(scenario, session)
  } finally {
    await session.close()
  }
}

/** @throws CliError with exit code 3 for a column that is not there, or has nothing in it */
export async function readColumns(scenario: Scenario, session: Session): Promise<Scenario> {
  try {
    return await resolveColumns(scenario, columnReader(session))
  } catch (error) {
    throw asColumnFailure(error)
  }
}

function asColumnFailure(error: unknown): CliError | unknown {
  if (!(error instanceof Error)) return error
  if (error instanceof GenerateError) return fileError('LT007', error.message, undefined, error)
  // A SQLSTATE: the server has answered.
  if (!('code' in error) || !/^[0-9A-Z]{5}$/.test(String(error.code))) return error
  return fileError(
    'LT007',
    `a column that values are drawn from cannot be read: ${error.message}`,
    'a generator names it as column: schema.table.column',
    error,
  )
}

function bigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
