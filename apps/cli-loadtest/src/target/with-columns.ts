import { resolveColumns, type Scenario, type Target } from '@lakebase/loadtest'
import { columnReader, openSession } from './open-session.js'

/** The scenario with the values of the columns that it draws from, read once, before anything is timed. */
export async function withColumns(scenario: Scenario, target: Target): Promise<Scenario> {
  if (!JSON.stringify(scenario, bigints).includes('"kind":"column"')) return scenario
  const session = await openSession(target, scenario.connectTimeoutMs)
  try {
    return await resolveColumns(scenario, columnReader(session))
  } finally {
    await session.close()
  }
}

function bigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
