import { checkLoad, checkWish } from '../check-input.js'
import type { ComputeLimits } from '../limits/limits.js'
import type {
  ComputeLoad,
  ComputeSizing,
  ComputeWish,
  FittingSize,
  NoFittingSize,
} from './compute-sizing.js'
import { connectionCap, connectionIssue, mostConnections } from './connections.js'
import { lateRuns } from './deadline-need.js'
import { cuNeededFor, type Demands, demandsOf } from './demands.js'
import { needsAboveRange, notOfferedByUi, unmetNeeds } from './need-issues.js'
import { hourlyCu } from './rate-need.js'
import { largestCu, type SizeRange, sizeRange } from './size-range.js'
import { waysOut } from './ways-out.js'
import { wishIssues } from './wish-issues.js'

/**
 * The size that carries a load, and the limit that says so: rates, memory, connections and the
 * deadlines of sync runs are sized apart, and the largest need counts.
 *
 * Without a wish the size is never below the need. A wish is used as given, and what it does not
 * meet is in `issues` at error level: look at them as well as at `fits`.
 *
 * @param limits Of the product to size: `autoscalingLimits` (2-GB units) or `provisionedLimits` (16-GB units).
 * @param wish Bounds that the user has set already.
 * @throws SizingInputError on a number that no load can have
 * @example
 * sizeCompute(
 *   { bulkWritesPerSecond: 5000, continuousWritesPerSecond: 2000, readsPerSecond: 8000, syncedTables: 0, syncRuns: [] },
 *   autoscalingLimits,
 * ) // 8-24 CU for a need of 22.23, bound by the rate
 */
export function sizeCompute(
  load: ComputeLoad,
  limits: ComputeLimits,
  wish: ComputeWish = {},
): ComputeSizing {
  checkLoad(load)
  checkWish(wish)
  const demands = demandsOf(load, limits)
  const sizeDemand = {
    neededCu: demands.largest?.cu ?? 0,
    memoryCu: cuNeededFor('memory', demands.needs),
    connectionsCu: cuNeededFor('connections', demands.needs),
  }
  const range = sizeRange(sizeDemand, limits, wish)
  const clientsFit = demands.connections.clients <= mostConnections(limits).connections
  return range && clientsFit
    ? fittingSize(demands, range, limits, wish)
    : noFittingSize(demands, limits)
}

function fittingSize(
  demands: Demands,
  range: SizeRange,
  limits: ComputeLimits,
  wish: ComputeWish,
): FittingSize {
  const { load, needs, rate, largest } = demands
  const cap = connectionCap(range, limits)
  const tooFew = connectionIssue(demands.connections, cap, range, limits)
  const sized = wish.minCu === undefined && wish.maxCu === undefined
  return {
    fits: true,
    product: limits.product,
    needs,
    ...(largest && { binding: largest.limit }),
    neededCu: largest?.cu ?? 0,
    combined: rate.combined,
    issues: [
      ...wishIssues(wish, range, limits),
      ...needsAboveRange(needs, range, limits),
      ...(tooFew ? [tooFew] : []),
      ...lateRuns(load, range.maxCu, limits),
      ...demands.issues,
      ...(sized ? notOfferedByUi(range, limits) : []),
    ],
    ...range,
    hourlyCu: hourlyCu(load, rate),
    connectionCap: cap,
  }
}

function noFittingSize(demands: Demands, limits: ComputeLimits): NoFittingSize {
  const { needs, rate, largest } = demands
  const largestSize = largestCu(limits)
  const most = mostConnections(limits)
  const tooFew = connectionIssue(demands.connections, most.connections, most, limits)
  const unmet = unmetNeeds(needs, limits)
  const binding = unmet.length > 0 ? largest?.limit : 'connections'
  return {
    fits: false,
    product: limits.product,
    needs,
    ...(binding && { binding }),
    neededCu: largest?.cu ?? 0,
    combined: rate.combined,
    issues: [...unmet, ...(tooFew ? [tooFew] : []), ...demands.issues],
    largestCu: largestSize,
    waysOut: waysOut(demands, limits),
  }
}
