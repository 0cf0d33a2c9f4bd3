import { CliError, type Io } from '@lakebase/cli-kit'
import { ValiError } from 'valibot'
import type { DraftTable, FoundLoad } from '../draft.js'
import { loadFromPostgres } from './load-from-postgres.js'
import { openSource } from './open-source.js'
import { tablesFromPostgres } from './tables-from-postgres.js'

export interface FoundDatabase {
  readonly tables: readonly DraftTable[]
  readonly found: FoundLoad
}

/** A running Postgres as its catalog and counters describe it. No table is read, and nothing is written. */
export async function fromPostgres(where: string, quiet: boolean, io: Io): Promise<FoundDatabase> {
  const { session, name } = await openSource(where, io)
  try {
    if (!quiet) io.stderr(`reading catalog and counters of ${name}\n`)
    const { runSql } = session
    return { tables: await tablesFromPostgres(runSql), found: await loadFromPostgres(runSql, name) }
  } catch (error) {
    throw asFailure(error, name)
  } finally {
    await session.close()
  }
}

function asFailure(error: unknown, name: string): unknown {
  const isOfServer = error instanceof Error && error.name === 'PostgresError'
  if (!isOfServer && !(error instanceof ValiError)) return error
  const message = `${name}: ${error.message}`
  return new CliError(5, [{ ruleId: 'POSTGRES', level: 'error', message }], { cause: error })
}
