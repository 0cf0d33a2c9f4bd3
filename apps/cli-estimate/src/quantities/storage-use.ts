import { defaultRestoreWindowDays, type SyncPipeline, type Workload } from '@lakebase/config'
import { HOURS_PER_MONTH, historyStorage, type Quantity, type StorageUse } from '@lakebase/pricing'
import { rowsFromGb } from '@lakebase/sizer'
import { gbPerRun } from './pipeline-volume.js'

const DAYS_PER_MONTH = HOURS_PER_MONTH / 24
const SECONDS_PER_DAY = 86_400

/** What the workload keeps on disk, in GB. */
export function storageUse(workload: Workload, pipelines: readonly SyncPipeline[]): StorageUse {
  const { storage } = workload
  return {
    dataGb: dataGb(workload),
    historyGb: historyStorage(
      {
        rewrittenGb: gbPerDay(pipelines, 'SNAPSHOT'),
        changedGb:
          gbPerDay(pipelines, 'TRIGGERED') + storage.deletedDailyGb + (storage.changedDailyGb ?? 0),
        streamedGb: streamedGb(workload),
      },
      storage.restoreWindowDays ?? defaultRestoreWindowDays,
    ),
    snapshotsGb: exactly(storage.snapshotsGb ?? 0, 'snapshots_gb of the file'),
    branchChangeGb: exactly(
      workload.branches.reduce((sum, branch) => sum + branch.changedGb, 0),
      'changed_gb of the branches',
    ),
  }
}

/** The file's total and the sum of its tables; where both are given they span the range. */
export function dataGb(workload: Workload): Quantity {
  const declared = workload.storage.dataStoredGb
  const tables = [...workload.sync.tables, ...workload.tables].reduce(
    (sum, table) => sum + (table.sizeGb ?? 0),
    0,
  )
  if (declared === 0) return exactly(tables, 'size_gb of the tables')
  if (tables === 0) return exactly(declared, 'data_stored_gb of the file')
  return {
    low: Math.min(declared, tables),
    expected: declared,
    high: Math.max(declared, tables),
    why: `data_stored_gb of the file; its tables add up to ${Number(tables.toFixed(2))} GB`,
  }
}

function gbPerDay(pipelines: readonly SyncPipeline[], policy: 'SNAPSHOT' | 'TRIGGERED'): number {
  return pipelines
    .filter((pipeline) => pipeline.policy === policy)
    .reduce(
      (sum, pipeline) =>
        sum + (gbPerRun(pipeline) * (pipeline.schedule?.runsPerMonth ?? 0)) / DAYS_PER_MONTH,
      0,
    )
}

/** The continuous writes of a whole day, at the shape of the day where the file gives one. */
function streamedGb({ load, compute }: Workload): number {
  const shares = compute.hourlyLoad ?? [1]
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  return (load.continuousWritesPerSecond * mean * SECONDS_PER_DAY) / rowsFromGb(1)
}

function exactly(gb: number, why: string): Quantity {
  return { low: gb, expected: gb, high: gb, why }
}
