import { scalesToZero } from '@lakebase/cli-kit/sizing'
import type { ReadReplica, Workload } from '@lakebase/config'
import {
  type AutoscalingUse,
  type ComputeUse,
  type CuUsage,
  HOURS_PER_MONTH,
} from '@lakebase/pricing'
import {
  autoscalingLimits,
  type FittingSize,
  hourlyUsage,
  provisionedLimits,
} from '@lakebase/sizer'

/** By memory: 16 GB over 2 GB. */
const AUTOSCALING_CU_PER_PROVISIONED =
  provisionedLimits.memoryGbPerCu.value / autoscalingLimits.memoryGbPerCu.value

/** The primary at its size, and the secondaries of high availability at the same. */
export function primaryUses(
  { compute }: Workload,
  size: FittingSize,
  writingShare: number,
): readonly ComputeUse[] {
  const hoursUp = compute.hoursUpPerMonth ?? HOURS_PER_MONTH
  if (size.product === 'provisioned-legacy') {
    const use = { id: 'compute.primary', label: 'Primary instance', count: 1, hoursUp }
    return [{ product: 'provisioned-legacy', ...use, provisionedCu: size.maxCu }]
  }
  const primary: AutoscalingUse = {
    product: 'autoscaling',
    id: 'compute.primary',
    label: 'Primary compute',
    count: 1,
    hoursUp,
    minCu: size.minCu,
    maxCu: size.maxCu,
    scalesToZero: scalesToZero(compute.scaleToZeroAfterSeconds),
    usage: { kind: 'hourly', cu: hourlyUsage(size, writingShare) },
    why: usageWhy(compute.hourlyLoad !== undefined, size, writingShare),
  }
  return [primary, ...secondaries(primary, compute.haComputes)]
}

/** Computes whose size the file gives: they are priced even where the primary's is unknown. */
export function otherUses({ compute, branches, target }: Workload): readonly ComputeUse[] {
  const replica = target.product === 'autoscaling' ? replicaUse : provisionedReplicaUse
  return [
    ...compute.readReplicas.map(replica),
    ...branches.map(
      (branch): AutoscalingUse => ({
        product: 'autoscaling',
        id: `compute.branch.${branch.name}`,
        label: `Branch ${branch.name}`,
        count: 1,
        hoursUp: branch.hoursUpPerMonth,
        minCu: branch.minCu,
        maxCu: branch.maxCu,
        scalesToZero: branch.hoursUpPerMonth < HOURS_PER_MONTH,
        usage: between(branch.minCu, branch.maxCu),
      }),
    ),
  ]
}

function usageWhy(hasProfile: boolean, { maxCu }: FittingSize, writingShare: number): string {
  const steady = hasProfile
    ? 'the steady load by hourly_load'
    : 'the steady load at its peak all day'
  if (writingShare === 0) return steady
  const hours = Number((writingShare * HOURS_PER_MONTH).toFixed(1))
  return `${steady}, and ${maxCu} CU for the ${hours} h a month in which sync runs write`
}

/** High availability counts the primary in; the others run at its size all the time. */
function secondaries(
  primary: AutoscalingUse,
  haComputes: number | undefined,
): readonly AutoscalingUse[] {
  if (haComputes === undefined || haComputes < 2) return []
  const count = haComputes - 1
  return [
    { ...primary, id: 'compute.ha', label: 'High availability', count, hoursUp: HOURS_PER_MONTH },
  ]
}

function replicaUse(replica: ReadReplica, index: number): AutoscalingUse {
  return {
    product: 'autoscaling',
    id: `compute.replica.${index + 1}`,
    label: replica.count === 1 ? 'Read replica' : `${replica.count} read replicas`,
    count: replica.count,
    hoursUp: replica.hoursUpPerMonth ?? HOURS_PER_MONTH,
    minCu: replica.minCu,
    maxCu: replica.maxCu,
    scalesToZero: scalesToZero(replica.scaleToZeroAfterSeconds),
    usage: between(replica.minCu, replica.maxCu),
  }
}

/** The middle of the range: nothing in the file says more about this compute's load. */
function between(minCu: number, maxCu: number): CuUsage {
  return { kind: 'average', cu: (minCu + maxCu) / 2 }
}

function provisionedReplicaUse(replica: ReadReplica, index: number): ComputeUse {
  return {
    product: 'provisioned-legacy',
    id: `compute.replica.${index + 1}`,
    label: 'Readable secondaries',
    count: replica.count,
    hoursUp: HOURS_PER_MONTH,
    provisionedCu: replica.legacyCu ?? replica.maxCu / AUTOSCALING_CU_PER_PROVISIONED,
  }
}
