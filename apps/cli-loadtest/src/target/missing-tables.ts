import type { Scenario } from '@lakebase/loadtest'
import type { RunSql } from '@lakebase/loadtest/advise'

/** SQLSTATE undefined_table; the server is our own, and speaks English. */
const UNDEFINED_TABLE = '42P01'
const QUOTED = /"(.+)"/

/** The first table that each statement names and the database does not have, as the server says. */
export async function missingTables(
  { scripts }: Scenario,
  runSql: RunSql,
): Promise<readonly string[]> {
  const missing = new Set<string>()
  const steps = scripts.flatMap((script) => script.steps)
  for (const step of steps) {
    if (step.kind !== 'statement') continue
    try {
      await runSql(`PREPARE lakebase_loadtest_look AS ${step.sql}`)
      await runSql('DEALLOCATE lakebase_loadtest_look')
    } catch (error) {
      // What cannot be prepared for another reason is for the run to tell.
      if (!(error instanceof Error) || !('code' in error) || error.code !== UNDEFINED_TABLE)
        continue
      const name = QUOTED.exec(error.message)?.[1]
      if (name !== undefined) missing.add(name)
    }
  }
  return [...missing]
}
