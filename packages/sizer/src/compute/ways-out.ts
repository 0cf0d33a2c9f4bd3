import { formatNeed, formatNumber } from '../format-number.js'
import type { AutoscalingLimits, ComputeLimits } from '../limits/limits.js'
import type { ComputeLoad } from './compute-sizing.js'
import { type ConnectionDemand, mostConnections } from './connections.js'
import { hoursWords } from './deadline-need.js'
import type { Demands } from './demands.js'
import { estimateSyncRun } from './estimate-sync-run.js'
import { cacheGbPerCu } from './memory-need.js'
import type { RateDemand } from './rate-need.js'
import { largestCu } from './size-range.js'

/** What could be done about a load that no size carries, one sentence each, with its numbers. */
export function waysOut(demands: Demands, limits: ComputeLimits): readonly string[] {
  const largest = largestCu(limits)
  const unmet = demands.needs.filter((need) => need.cu > largest).map((need) => need.limit)
  return [
    ...(limits.product === 'provisioned-legacy' ? [SIZE_FOR_AUTOSCALING] : []),
    ...(unmet.includes('rate') ? fewerRatesAtOnce(demands.rate, limits) : []),
    ...(unmet.includes('memory') ? [smallerHotSet(limits)] : []),
    ...(unmet.includes('deadline') ? longerDeadlines(demands.load, limits) : []),
    ...fewerConnections(demands.connections, limits),
    ...(limits.product === 'autoscaling' && unmet.length > 0
      ? [moreProjects(demands.largest?.cu ?? 0, limits)]
      : []),
  ]
}

const SIZE_FOR_AUTOSCALING =
  'Size for Autoscaling (product: autoscaling): it is larger, and Provisioned can no longer be created.'

function fewerRatesAtOnce(rate: RateDemand, limits: ComputeLimits): readonly string[] {
  const { bulkCu, incrementalCu, readsCu, loadingCu } = rate
  const steadyCu = incrementalCu + readsCu
  const apartCu = Math.max(steadyCu, bulkCu)
  const ways: string[] = []
  if (apartCu < Math.max(steadyCu, loadingCu)) {
    ways.push(
      `Load in bulk while the steady load rests (bulk_load: off_peak with hourly_load): down to ${formatNeed(apartCu)} CU.`,
    )
  }
  if (bulkCu > 0) {
    const share = limits.incrementalRowsPerSecondPerCu.value / limits.bulkRowsPerSecondPerCu.value
    ways.push(
      `Sync with TRIGGERED instead of bulk loads (${formatNumber(bulkCu)} CU) where less than ${formatNumber(share * 100)} % of the rows change between runs: it writes only those.`,
    )
  }
  if (limits.product === 'autoscaling') ways.push(...readReplicas(rate, limits))
  return ways
}

function readReplicas(rate: RateDemand, limits: AutoscalingLimits): readonly string[] {
  const { bulkCu, incrementalCu, readsCu, steadyShareWhileLoading } = rate
  const count = Math.ceil(readsCu / limits.sizes.largestFixedCu)
  if (count === 0 || count > limits.maxReadReplicas.value) return []
  const primaryCu = Math.max(incrementalCu, bulkCu + incrementalCu * steadyShareWhileLoading)
  const each = formatNeed(readsCu / count)
  return [
    `Move the reads to ${count} read replica(s) of ${each} CU: the primary then needs ${formatNeed(primaryCu)} CU.`,
  ]
}

function smallerHotSet(limits: ComputeLimits): string {
  const largest = largestCu(limits)
  const gb = formatNumber(largest * cacheGbPerCu(limits))
  return `Bring the hot set down to ${gb} GB, the cache of ${largest} CU.`
}

function longerDeadlines(load: ComputeLoad, limits: ComputeLimits): readonly string[] {
  const largest = largestCu(limits)
  return load.syncRuns.flatMap((run) => {
    if (run.deadlineSeconds === undefined || run.policy === 'CONTINUOUS') return []
    const { hours } = estimateSyncRun(run, largest, limits)
    if (hours * 3600 <= run.deadlineSeconds) return []
    return [
      `Give sync run "${run.id}" ${hoursWords(hours)}, which it takes at ${largest} CU, instead of ${hoursWords(run.deadlineSeconds / 3600)}, or fewer rows to write.`,
    ]
  })
}

function fewerConnections(demand: ConnectionDemand, limits: ComputeLimits): readonly string[] {
  const most = mostConnections(limits).connections
  if (demand.clients <= most) return []
  const pools = `Let the application's pools open at most ${formatNumber(most)} connections together instead of ${formatNumber(demand.clients)}.`
  if (limits.product === 'provisioned-legacy') return [pools]
  const pooler = limits.poolerClients.value
  return [
    pools,
    `Connect through the built-in pooler: it takes ${formatNumber(pooler)} clients, in transaction mode and for roles with a password.`,
  ]
}

function moreProjects(neededCu: number, limits: AutoscalingLimits): string {
  const count = Math.ceil(neededCu / limits.sizes.largestFixedCu)
  return `Split the tables into ${count} projects of about ${formatNeed(neededCu / count)} CU.`
}
