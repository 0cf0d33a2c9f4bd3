import {
  type Finding,
  type SyncedTable,
  type SyncPipeline,
  syncPipelines,
  type Workload,
} from '@lakebase/config'
import {
  autoscalingLimits,
  type ComputeLoad,
  type ComputeSizing,
  rowsFromGb,
  type SyncRun,
  sizeCompute,
} from '@lakebase/sizer'

/** The computes that a workload needs, as `lakebase-estimate` finds them too. */
export function sizeWorkload(workload: Workload): ComputeSizing {
  const { compute } = workload
  return sizeCompute(computeLoad(workload), autoscalingLimits, {
    ...(compute.minCu !== undefined && { minCu: compute.minCu }),
    ...(compute.maxCu !== undefined && { maxCu: compute.maxCu }),
    ...(compute.haComputes !== undefined && { haComputes: compute.haComputes }),
    scalesToZero: typeof compute.scaleToZeroAfterSeconds === 'number',
  })
}

/** Why there is no size, or none that was wished for. */
export function sizingFindings(sizing: ComputeSizing): readonly Finding[] {
  const issues = sizing.issues.map(({ ruleId, level, message, hint }) => ({
    ruleId,
    level,
    message,
    ...(hint !== undefined && { hint }),
  }))
  if (sizing.fits) return issues
  const said = issues.some(({ level }) => level === 'error')
  if (said) return issues
  return [
    ...issues,
    {
      ruleId: 'LB010',
      level: 'error',
      message: `the load needs ${sizing.neededCu.toFixed(1)} CU, and the largest compute has ${sizing.largestCu}`,
      hint: sizing.waysOut.join(' '),
    },
  ]
}

export function computeLoad({ load, compute, sync }: Workload): ComputeLoad {
  return {
    bulkWritesPerSecond: load.bulkWritesPerSecond,
    continuousWritesPerSecond: load.continuousWritesPerSecond,
    readsPerSecond: load.readsPerSecond,
    ...(load.hotSetGb !== undefined && { hotSetGb: load.hotSetGb }),
    ...(load.connections !== undefined && { connections: load.connections }),
    ...(compute.hourlyLoad && { hourlyLoad: compute.hourlyLoad }),
    ...(compute.bulkLoad && { bulkLoad: compute.bulkLoad }),
    syncedTables: sync.tables.length,
    syncRuns: syncPipelines(sync).flatMap(syncRun),
  }
}

function syncRun({ name: id, policy, batch, tables, schedule }: SyncPipeline): readonly SyncRun[] {
  const each = batch === undefined ? tables.map(rowsPerRun) : [rowsFromGb(batch.gbPerRun)]
  const known = each.filter((rows) => rows !== undefined)
  if (policy === 'CONTINUOUS' || known.length < each.length) return []
  const deadlines = [
    schedule?.intervalSeconds,
    ...tables.map(({ deadlineSeconds }) => deadlineSeconds),
  ].filter((seconds) => seconds !== undefined)
  const rows = known.reduce((sum, one) => sum + one, 0)
  return [
    { id, policy, rows, ...(deadlines.length > 0 && { deadlineSeconds: Math.min(...deadlines) }) },
  ]
}

function rowsPerRun(table: SyncedTable): number | undefined {
  if (table.rowsPerRun !== undefined) return table.rowsPerRun
  if (table.gbPerRun !== undefined) return rowsFromGb(table.gbPerRun)
  if (table.policy !== 'SNAPSHOT') return table.rowsChangedPerRun
  if (table.rows !== undefined) return table.rows
  return table.sizeGb === undefined ? undefined : rowsFromGb(table.sizeGb)
}
