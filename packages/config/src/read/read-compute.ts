import limits from '../data/product-limits.json' with { type: 'json' }
import type { WorkloadFile } from '../schema/workload-schema.js'
import type { Branch, Compute, Load, ReadReplica } from '../workload.js'
import { defined } from './defined.js'

/** `database_instance:` A rate that the file leaves out is none. */
export function readLoad(section: WorkloadFile['database_instance']): Load {
  return defined({
    bulkWritesPerSecond: section?.bulk_writes_per_second ?? 0,
    continuousWritesPerSecond: section?.continuous_writes_per_second ?? 0,
    readsPerSecond: section?.reads_per_second ?? 0,
    connections: section?.connections,
    hotSetGb: section?.hot_set_gb,
  })
}

/** `compute:` with the replicas of both spellings. */
export function readCompute(file: WorkloadFile): Compute {
  const section = file.compute
  return defined({
    minCu: section?.min_cu,
    maxCu: section?.max_cu,
    scaleToZeroAfterSeconds: section?.scale_to_zero_after,
    haComputes: section?.high_availability?.computes,
    haReadable: section?.high_availability?.readable ?? false,
    hoursUpPerMonth: section?.hours_up_per_month,
    hourlyLoad: section?.hourly_load,
    bulkLoad: section?.bulk_load,
    readReplicas: [...readReplicas(section), ...legacyReplicas(file.database_instance)],
  })
}

function readReplicas(section: WorkloadFile['compute']): readonly ReadReplica[] {
  return (section?.read_replicas ?? []).map((replica, index) =>
    defined({
      count: replica.count ?? 1,
      minCu: replica.min_cu,
      maxCu: replica.max_cu,
      hoursUpPerMonth: replica.hours_up_per_month,
      scaleToZeroAfterSeconds: replica.scale_to_zero_after,
      at: ['compute', 'read_replicas', index],
    }),
  )
}

/** The retired product's secondaries had one fixed size, so their equal by memory has one as well. */
function legacyReplicas(section: WorkloadFile['database_instance']): readonly ReadReplica[] {
  const count = section?.number_of_readable_secondaries ?? 0
  const legacyCu = section?.readable_secondary_size_cu ?? 1
  if (count === 0 || legacyCu === 0) return []
  const cu = legacyCu * limits.autoscalingCuPerProvisionedCu.value
  const at = ['database_instance', 'number_of_readable_secondaries']
  return [{ count, minCu: cu, maxCu: cu, legacyCu, at }]
}

/** `branches:` Up the whole month unless the file says otherwise. */
export function readBranches(branches: WorkloadFile['branches']): readonly Branch[] {
  return (branches ?? []).map((branch, index) =>
    defined({
      name: branch.name,
      minCu: branch.min_cu,
      maxCu: branch.max_cu,
      hoursUpPerMonth: branch.hours_up_per_month ?? 730,
      changedGb: branch.changed_gb ?? 0,
      ttlSeconds: branch.ttl,
      at: ['branches', index],
    }),
  )
}
