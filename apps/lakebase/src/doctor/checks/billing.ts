import type { Diagnosis } from '../diagnosis.js'
import { failed } from '../failed.js'
import type { Patient } from '../patient.js'

const TEST = 'billing tables'

/** Whether `lakebase actual` can read what was spent. */
export async function billing({ workspace, user, mayRunSql }: Patient): Promise<Diagnosis> {
  if (!mayRunSql) return { test: TEST, status: 'skipped', said: 'no warehouse was asked' }
  try {
    await workspace.runSql('SELECT 1 FROM system.billing.usage LIMIT 0')
    await workspace.runSql('SELECT 1 FROM system.billing.list_prices LIMIT 0')
    return { test: TEST, status: 'good', said: 'may be read' }
  } catch (error) {
    const grants = `GRANT USE SCHEMA, SELECT ON SCHEMA system.billing TO \`${user}\` (by an account admin)`
    return { ...failed(TEST, error, grants), status: 'doubtful' }
  }
}
