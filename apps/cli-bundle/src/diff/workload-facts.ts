import type { SyncFacts } from '@lakebase/bundle-gen'
import { CliError, readWorkloadFile, usageError } from '@lakebase/cli-kit'
import { parseWorkload, type SyncedTable, type Target } from '@lakebase/config'
import { latestRateCard } from '@lakebase/pricing'
import { autoscalingLimits, estimateSyncRun, rowsFromGb } from '@lakebase/sizer'

/** Rows of a workload's tables, and what a whole sync of each costs where the file says where it runs. */
export function workloadFacts(
  file: string | undefined,
  units: string | undefined,
  cwd: string,
): ReadonlyMap<string, SyncFacts> {
  const cu = computeUnits(units)
  if (file === undefined) {
    if (cu !== undefined)
      throw usageError('--cu prices the tables of a workload', 'add --workload FILE')
    return new Map()
  }
  const { text, name } = readWorkloadFile(file, cwd)
  const { workload, findings } = parseWorkload(text, { file: name })
  if (workload === undefined) throw new CliError(3, findings)
  const hourly = pipelineUsdPerHour(workload.target)
  return new Map(
    workload.sync.tables.map((table) => [table.name, factsOf(table, cu, hourly)] as const),
  )
}

function computeUnits(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const cu = Number(text)
  if (Number.isFinite(cu) && cu > 0) return cu
  throw usageError(`--cu ${text}: not a number of compute units`, 'such as 0.5 or 16')
}

function factsOf(
  table: SyncedTable,
  cu: number | undefined,
  hourly: number | undefined,
): SyncFacts {
  const rows = table.rows ?? (table.sizeGb === undefined ? undefined : rowsFromGb(table.sizeGb))
  if (rows === undefined) return {}
  if (cu === undefined || hourly === undefined) return { rows }
  // The first sync of a table is a whole copy, whatever its policy.
  const { hours } = estimateSyncRun({ policy: 'SNAPSHOT', rows }, cu, autoscalingLimits)
  return { rows, usd: hours * hourly }
}

/** List price of a running pipeline; undefined when the file does not say where it runs. */
function pipelineUsdPerHour({ cloud, region, tier }: Target): number | undefined {
  const prices = latestRateCard.regions.find(
    (one) => one.cloud === cloud && one.region === region && one.tier === tier,
  )
  const dbu = latestRateCard.pipelineDbuPerHour.scheduled?.value
  const usd = prices?.pipelineDbu?.value
  return dbu === undefined || usd === undefined ? undefined : dbu * usd
}
