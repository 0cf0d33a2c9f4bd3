import type { AutoscalingLimits, ComputeLimits } from '../limits/limits.js'
import type { ComputeWish } from './compute-sizing.js'

export interface SizeRange {
  readonly minCu: number
  readonly maxCu: number
}

interface SizeDemand {
  /** The largest need. */
  readonly neededCu: number
  readonly memoryCu: number
  readonly connectionsCu: number
}

export function largestCu(limits: ComputeLimits): number {
  return limits.product === 'autoscaling'
    ? limits.sizes.largestFixedCu
    : Math.max(...limits.sizes.allowedCu)
}

/**
 * The smallest size to recommend for a need; undefined when none is large enough. Autoscaling
 * maxima go up to the next one on the UI's list, which costs nothing, because billing follows use.
 * Fixed sizes are billed in full, so there it is the next whole CU.
 */
export function sizeAtLeast(cu: number, limits: ComputeLimits): number | undefined {
  if (limits.product === 'provisioned-legacy') {
    return limits.sizes.allowedCu.find((size) => size >= cu)
  }
  if (cu <= limits.sizes.largestAutoscaledCu) {
    return limits.uiSizes.autoscaledCu.find((size) => size >= cu)
  }
  return cu <= limits.sizes.largestFixedCu
    ? Math.max(limits.sizes.smallestFixedCu, Math.ceil(cu))
    : undefined
}

export function isSize(cu: number, limits: ComputeLimits): boolean {
  if (limits.product === 'provisioned-legacy') return limits.sizes.allowedCu.includes(cu)
  const { smallestCu, largestFixedCu } = limits.sizes
  return cu === smallestCu || (Number.isInteger(cu) && cu >= smallestCu && cu <= largestFixedCu)
}

/** The user's bounds as given, and the rest chosen; undefined when no size is large enough. */
export function sizeRange(
  demand: SizeDemand,
  limits: ComputeLimits,
  wish: ComputeWish,
): SizeRange | undefined {
  if (demand.neededCu > largestCu(limits)) return undefined
  const atLeastCu = Math.max(demand.neededCu, wish.minCu ?? 0)
  const maxCu = wish.maxCu ?? sizeAtLeast(atLeastCu, limits) ?? atLeastCu
  return { minCu: wish.minCu ?? minCuFor(maxCu, demand, limits), maxCu }
}

/**
 * As low as the spread allows, but the cache must stay when the compute scales down, because reads
 * that miss it are many times slower (`readsPerSecondPerCu`, `high` and `low`), and
 * min(max, factor x min) must carry the connections.
 */
function minCuFor(maxCu: number, demand: SizeDemand, limits: ComputeLimits): number {
  if (limits.product === 'provisioned-legacy') return maxCu
  if (maxCu > limits.sizes.largestAutoscaledCu) return maxCu
  const lowestCu = Math.max(
    maxCu - limits.sizes.maxSpreadCu,
    demand.memoryCu,
    demand.connectionsCu / limits.connectionsMinCuFactor.value,
  )
  return Math.min(maxCu, wholeCu(lowestCu, limits))
}

function wholeCu(cu: number, limits: AutoscalingLimits): number {
  return cu <= limits.sizes.smallestCu ? limits.sizes.smallestCu : Math.ceil(cu)
}
