import limits from '../data/product-limits.json' with { type: 'json' }
import { defaultRestoreWindowDays } from '../default-restore-window.js'
import type { Workload, YamlPath } from '../workload.js'
import { at, type Rule } from './rule.js'

/** LB028: tables and branches larger than the product is made for. */
export const largeData: Rule = ({ sync, storage }, source) => {
  const { largeSyncedTableGb, branchQuotaGb } = limits
  const tables = sync.tables.flatMap(({ name, sizeGb, at: table }) => {
    if (sizeGb === undefined || sizeGb <= largeSyncedTableGb.value) return []
    const message = `${name}: ${sizeGb} GB, and a synced table that is refreshed should stay below 1 TB`
    const hint = 'Sync only the columns and rows that the application reads.'
    const path = [...table, 'size_gb']
    return at(source, path, { ruleId: 'LB028', level: 'warn', message, hint })
  })
  if (storage.dataStoredGb <= branchQuotaGb.value) return tables
  const message = `data_stored_gb: ${storage.dataStoredGb} GB, and a branch holds 16 TB unless the quota is raised`
  const path = ['database_storage', 'data_stored_gb']
  return [...tables, at(source, path, { ruleId: 'LB028', level: 'warn', message })]
}

/** LB030: each SNAPSHOT rewrites its table, and the restore window keeps what it replaced. */
export const snapshotHistory: Rule = (workload, source) => {
  const days = workload.storage.restoreWindowDays ?? defaultRestoreWindowDays
  const rewrites = snapshotRewrites(workload)
  const historyGb = rewrites.reduce((sum, { gb, runsPerDay }) => sum + gb * runsPerDay * days, 0)
  const largest = rewrites.toSorted((a, b) => b.gb * b.runsPerDay - a.gb * a.runsPerDay)[0]
  const ratio = (historyGb * limits.historyToDataPriceRatio.value) / dataGb(workload)
  if (!largest || !Number.isFinite(ratio) || ratio <= 1) return []
  const message = `SNAPSHOT runs write up to ${Math.round(historyGb)} GB of history in a restore window of ${days} days: ${ratio.toFixed(1)} times the price of the data`
  const hint = 'Use TRIGGERED, run less often, or set restore_window_days to 2.'
  return [at(source, largest.path, { ruleId: 'LB030', level: 'warn', message, hint })]
}

interface Rewrite {
  readonly gb: number
  readonly runsPerDay: number
  readonly path: YamlPath
}

function snapshotRewrites({ sync }: Workload): readonly Rewrite[] {
  const tables = sync.tables.map(({ policy, schedule, gbPerRun, sizeGb, at }) => ({
    policy,
    schedule,
    gb: gbPerRun ?? sizeGb ?? 0,
    path: [...at, 'name'],
  }))
  const batchPath = ['delta_synchronization', 'expected_data_per_sync_gb']
  const batch = sync.batch ? [{ ...sync.batch, gb: sync.batch.gbPerRun, path: batchPath }] : []
  return [...tables, ...batch].flatMap(({ policy, schedule, gb, path }) => {
    if (policy !== 'SNAPSHOT' || !schedule || gb === 0) return []
    return { gb, runsPerDay: (schedule.runsPerMonth * 24) / 730, path }
  })
}

/** The size that the file states, or the sum of its tables, whichever is larger. */
function dataGb({ storage, sync, tables }: Workload): number {
  const listed = [...sync.tables, ...tables].reduce((sum, { sizeGb }) => sum + (sizeGb ?? 0), 0)
  return Math.max(storage.dataStoredGb, listed)
}
