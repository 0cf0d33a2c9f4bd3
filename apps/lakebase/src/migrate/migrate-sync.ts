import type { MigratedKey } from './migration.js'
import type { MigrationStep } from './migration-step.js'

const SYNC = 'delta_synchronization'
const MODE = [SYNC, 'sync_mode'] as const
const BATCH = [SYNC, 'expected_data_per_sync_gb'] as const

/** Each table says its own policy; one batch for the whole file stays until its parts are known. */
export const migrateSync: MigrationStep = (file, { sync }) => {
  const changes: MigratedKey[] = []
  const silent = sync.tables.filter(({ at }) => !file.hasIn([...at, 'scheduling_policy']))
  for (const { at, policy } of silent) file.setIn([...at, 'scheduling_policy'], policy)
  if (silent.length > 0) {
    changes.push({
      key: `${SYNC}.tables_to_sync`,
      became: `scheduling_policy on ${silent.length} of ${sync.tables.length} tables`,
      why: 'the old estimator applied one mode to all',
    })
  }
  if (sync.batch !== undefined) {
    const became = `${BATCH.join('.')}: ${sync.batch.gbPerRun}, as it was`
    const why = 'how much of it each table copies is not in the file: write gb_per_run for each'
    return [...changes, { key: BATCH.join('.'), became, why }]
  }
  for (const path of [BATCH, MODE]) {
    if (!file.hasIn(path)) continue
    file.deleteIn(path)
    const why = path === MODE ? 'each table has its own policy' : '0 said nothing'
    changes.push({ key: path.join('.'), became: 'nothing', why })
  }
  return changes
}
