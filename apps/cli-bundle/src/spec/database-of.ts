import type {
  AutoscalingDatabase,
  ProvisionedCapacity,
  ProvisionedDatabase,
  ReadReplicaSpec,
} from '@lakebase/bundle-gen'
import { computeLoad } from '@lakebase/cli-kit/sizing'
import { defaultRestoreWindowDays, type Finding, type Workload } from '@lakebase/config'
import { provisionedLimits, sizeCompute } from '@lakebase/sizer'
import { sizeWorkload, sizingFindings } from './size-workload.js'

interface DatabaseOf<Database> {
  readonly database: Database | undefined
  readonly findings: readonly Finding[]
}

/** The newest version that synced tables are documented for; a new project's own default. */
const PG_VERSION = 17

/** An Autoscaling project of the size that the load needs, or that the file sets. */
export function autoscalingOf(
  workload: Workload,
  projectId: string,
  loadTestBranchSeconds: number | undefined,
): DatabaseOf<AutoscalingDatabase> {
  const { compute, storage } = workload
  const sizing = sizeWorkload(workload)
  const findings = sizingFindings(sizing)
  if (!sizing.fits) return { database: undefined, findings }
  const database: AutoscalingDatabase = {
    product: 'autoscaling',
    projectId,
    pgVersion: PG_VERSION,
    minCu: sizing.minCu,
    maxCu: sizing.maxCu,
    scaleToZeroAfterSeconds: compute.scaleToZeroAfterSeconds ?? false,
    ...(compute.haComputes !== undefined && { haComputes: compute.haComputes }),
    haReadable: compute.haReadable,
    readReplicas: compute.readReplicas.flatMap(({ count, minCu, maxCu, scaleToZeroAfterSeconds }) =>
      Array.from(
        { length: count },
        (): ReadReplicaSpec => ({
          minCu,
          maxCu,
          scaleToZeroAfterSeconds: scaleToZeroAfterSeconds ?? false,
        }),
      ),
    ),
    restoreWindowDays: storage.restoreWindowDays ?? defaultRestoreWindowDays,
    ...(loadTestBranchSeconds !== undefined && {
      loadTestBranch: { ttlSeconds: loadTestBranchSeconds },
    }),
  }
  return { database, findings }
}

const CAPACITIES: ReadonlyMap<number, ProvisionedCapacity> = new Map([
  [1, 'CU_1'],
  [2, 'CU_2'],
  [4, 'CU_4'],
  [8, 'CU_8'],
])

/** An instance of the retired product. Sizes that the file gives are of the other one, and do not count. */
export function provisionedOf(
  workload: Workload,
  instanceName: string,
): DatabaseOf<ProvisionedDatabase> {
  const { compute, storage } = workload
  const sizing = sizeCompute(computeLoad(workload), provisionedLimits)
  const findings = sizingFindings(sizing)
  const capacity = sizing.fits ? CAPACITIES.get(sizing.maxCu) : undefined
  if (capacity === undefined) return { database: undefined, findings }
  const nodeCount = compute.haComputes ?? 1
  const database: ProvisionedDatabase = {
    product: 'provisioned-legacy',
    instanceName,
    capacity,
    nodeCount,
    readableSecondaries: compute.haReadable && nodeCount > 1,
    restoreWindowDays: storage.restoreWindowDays ?? defaultRestoreWindowDays,
  }
  return { database, findings }
}
