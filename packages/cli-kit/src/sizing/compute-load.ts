import { type SyncPipeline, syncPipelines, type Workload } from '@lakebase/config'
import type { ComputeLoad, ComputeWish, SyncRun } from '@lakebase/sizer'
import { rowsPerRun } from './pipeline-volume.js'

/** What the sizer needs of a workload. */
export function computeLoad(
  workload: Workload,
  pipelines: readonly SyncPipeline[] = syncPipelines(workload.sync),
): ComputeLoad {
  const { load, compute } = workload
  return {
    bulkWritesPerSecond: load.bulkWritesPerSecond,
    continuousWritesPerSecond: load.continuousWritesPerSecond,
    readsPerSecond: load.readsPerSecond,
    ...(load.hotSetGb !== undefined && { hotSetGb: load.hotSetGb }),
    ...(load.connections !== undefined && { connections: load.connections }),
    ...(compute.hourlyLoad && { hourlyLoad: compute.hourlyLoad }),
    ...(compute.bulkLoad && { bulkLoad: compute.bulkLoad }),
    syncedTables: workload.sync.tables.length,
    syncRuns: pipelines.flatMap(syncRun),
  }
}

/** The bounds that the file sets. */
export function computeWish({ compute }: Workload): ComputeWish {
  return {
    ...(compute.minCu !== undefined && { minCu: compute.minCu }),
    ...(compute.maxCu !== undefined && { maxCu: compute.maxCu }),
    ...(compute.haComputes !== undefined && { haComputes: compute.haComputes }),
    scalesToZero: scalesToZero(compute.scaleToZeroAfterSeconds),
  }
}

/** Only a file that says so scales to zero: an estimate must not count on idle hours that nobody promised. */
export function scalesToZero(afterSeconds: number | false | undefined): boolean {
  return typeof afterSeconds === 'number'
}

function syncRun(pipeline: SyncPipeline): readonly SyncRun[] {
  const rows = rowsPerRun(pipeline)
  if (pipeline.policy === 'CONTINUOUS' || rows === undefined) return []
  const deadlines = [
    pipeline.schedule?.intervalSeconds,
    ...pipeline.tables.map((table) => table.deadlineSeconds),
  ].filter((seconds) => seconds !== undefined)
  return [
    {
      id: pipeline.name,
      policy: pipeline.policy,
      rows,
      ...(deadlines.length > 0 && { deadlineSeconds: Math.min(...deadlines) }),
    },
  ]
}
