import { gbPerRun } from '@lakebase/cli-kit/sizing'
import { defaultRestoreWindowDays, type SyncPipeline, type Workload } from '@lakebase/config'
import { HOURS_PER_MONTH, historyStorage, type Quantity, type StorageUse } from '@lakebase/pricing'
import { rowsFromGb } from '@lakebase/sizer'
import type { KnownSizes } from '../sizes/known-size.js'

const DAYS_PER_MONTH = HOURS_PER_MONTH / 24
const SECONDS_PER_DAY = 86_400

/** What the workload keeps on disk, in GB. */
export function storageUse(
  workload: Workload,
  sizes: KnownSizes,
  pipelines: readonly SyncPipeline[],
): StorageUse {
  const { storage } = workload
  return {
    dataGb: dataGb(workload, sizes),
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

/**
 * The file's total and the sum of its tables; where both are given they span the range. The file's
 * total counts, unless every table was measured or predicted: then their sum does.
 */
export function dataGb(workload: Workload, sizes: KnownSizes): Quantity {
  const declared = workload.storage.dataStoredGb
  const tables = tablesGb(workload, sizes)
  if (declared === 0) return tables
  if (tables.expected === 0) return exactly(declared, 'data_stored_gb of the file')
  const low = Math.min(declared, tables.low)
  const high = Math.max(declared, tables.high)
  const sum = `its tables add up to ${gb(tables.expected)}`
  return tables.complete
    ? {
        low,
        expected: tables.expected,
        high,
        why: `${tables.why}; data_stored_gb says ${gb(declared)}`,
      }
    : { low, expected: declared, high, why: `data_stored_gb of the file; ${sum}` }
}

/** `complete`: the size of every table is known better than from the file. */
function tablesGb(
  workload: Workload,
  sizes: KnownSizes,
): Quantity & { readonly complete: boolean } {
  const all = [...workload.sync.tables, ...workload.tables]
  const spans = all.map((table) => {
    const size = sizes.get(table.name)
    const stated = table.sizeGb ?? 0
    return size
      ? { low: size.lowBytes / 1e9, expected: size.totalBytes / 1e9, high: size.highBytes / 1e9 }
      : { low: stated, expected: stated, high: stated }
  })
  const sum = (end: 'low' | 'expected' | 'high') =>
    spans.reduce((total, span) => total + span[end], 0)
  const known = [...sizes.values()]
  const measured = known.filter(({ source }) => source === 'measured').length
  const why =
    known.length === 0
      ? 'size_gb of the tables'
      : `${measured} of ${all.length} tables measured, ${known.length - measured} predicted from their columns`
  return {
    low: sum('low'),
    expected: sum('expected'),
    high: sum('high'),
    why,
    complete: known.length === all.length,
  }
}

function gb(value: number): string {
  return `${Number(value.toFixed(2))} GB`
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

function exactly(amount: number, why: string): Quantity {
  return { low: amount, expected: amount, high: amount, why }
}
