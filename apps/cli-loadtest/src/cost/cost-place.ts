import { readInput, usageError } from '@lakebase/cli-kit'
import { parseWorkload } from '@lakebase/config'
import type { Cloud, Tier } from '@lakebase/pricing'

/** Flags that say what compute a run used. */
export interface CostFlags {
  readonly cu: string | undefined
  readonly cloud: Cloud | undefined
  readonly region: string | undefined
  readonly tier: Tier | undefined
  readonly workload: string | undefined
}

/** Where the compute runs and how large it is. */
export interface CostPlace {
  readonly cu: number
  readonly cloud: Cloud
  readonly region: string
  readonly tier: Tier
}

/**
 * What a run can be priced by: `--cu`, and cloud, region and tier from flags or the workload file.
 * Undefined without `--cu`: how large the compute is, no other source knows.
 *
 * @throws CliError with exit code 2 when a part of it is missing
 */
export function costPlace(flags: CostFlags, cwd: string): CostPlace | undefined {
  if (flags.cu === undefined) return undefined
  const cu = parseSize(flags.cu)
  const target = workloadTarget(flags.workload, cwd)
  const cloud = flags.cloud ?? target?.cloud
  // A region belongs to the cloud that it was named with.
  const region = flags.region ?? (cloud === target?.cloud ? target?.region : undefined)
  const tier = flags.tier ?? target?.tier
  if (cloud === undefined || region === undefined || tier === undefined) {
    throw usageError(
      '--cu prices the run, and needs to know where',
      'add --cloud, --region and --tier, or --workload FILE with a target',
    )
  }
  return { cu, cloud, region, tier }
}

/**
 * Compute units of an endpoint.
 *
 * @throws CliError with exit code 2
 */
export function parseSize(text: string): number {
  const cu = Number(text)
  if (cu > 0 && cu <= 112) return cu
  throw usageError(`--cu: "${text}" is no size`, '0.5 to 112')
}

function workloadTarget(file: string | undefined, cwd: string) {
  if (file === undefined) return undefined
  const { name, text } = readInput(file, cwd)
  return parseWorkload(text, { file: name }).workload?.target
}
