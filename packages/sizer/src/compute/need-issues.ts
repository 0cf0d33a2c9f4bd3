import { formatNeed, formatNumber } from '../format-number.js'
import type { ComputeLimits } from '../limits/limits.js'
import type { ComputeNeed, SizingIssue } from './compute-sizing.js'
import { cacheGbPerCu } from './memory-need.js'
import { largestCu, type SizeRange, sizeAtLeast } from './size-range.js'

/** One for each need that no size of the product meets. */
export function unmetNeeds(
  needs: readonly ComputeNeed[],
  limits: ComputeLimits,
): readonly SizingIssue[] {
  const largest = largestCu(limits)
  return needs
    .filter((need) => need.cu > largest)
    .map((need) => ({
      ruleId: 'LB010',
      level: 'error',
      message: `${need.limit} needs ${formatNeed(need.cu)} CU, the largest size is ${largest}: ${need.why}`,
      subject: need.limit,
    }))
}

/** Rate and memory needs above the bounds that the user has set. */
export function needsAboveRange(
  needs: readonly ComputeNeed[],
  range: SizeRange,
  limits: ComputeLimits,
): readonly SizingIssue[] {
  return needs.flatMap((need) => {
    if (need.limit === 'rate' || need.limit === 'memory') {
      if (need.cu > range.maxCu) return [aboveMax(need, range.maxCu, limits)]
      if (need.limit === 'memory' && need.cu > range.minCu) return [hotSetLost(need, range, limits)]
    }
    return []
  })
}

function aboveMax(need: ComputeNeed, maxCu: number, limits: ComputeLimits): SizingIssue {
  const enough = sizeAtLeast(need.cu, limits)
  return {
    ruleId: 'LB010',
    level: 'error',
    message: `max_cu ${formatNumber(maxCu)} is below the ${formatNeed(need.cu)} CU that ${need.limit} needs: ${need.why}`,
    ...(enough !== undefined && { hint: `set max_cu to ${enough} or more` }),
    subject: need.limit,
  }
}

function hotSetLost(need: ComputeNeed, { minCu }: SizeRange, limits: ComputeLimits): SizingIssue {
  const { low, high } = limits.readsPerSecondPerCu
  const cachedGb = formatNumber(minCu * cacheGbPerCu(limits))
  return {
    ruleId: 'LB013',
    level: 'warn',
    message: `at min_cu ${formatNumber(minCu)} the cache holds ${cachedGb} GB, less than the hot set`,
    hint: `set min_cu to ${Math.ceil(need.cu)}: reads out of the cache are about ${Math.round(high / low)} times slower (${formatNumber(low)}/s against ${formatNumber(high)}/s per CU)`,
    subject: 'memory',
  }
}

/** A size that is valid, but not on the UI's list. */
export function notOfferedByUi(range: SizeRange, limits: ComputeLimits): readonly SizingIssue[] {
  if (limits.product === 'provisioned-legacy') return []
  const offered = [...limits.uiSizes.autoscaledCu, ...limits.uiSizes.fixedCu]
  const missing = [...new Set([range.minCu, range.maxCu])].filter((cu) => !offered.includes(cu))
  if (missing.length === 0) return []
  const next = missing.map((cu) => offered.find((size) => size > cu)).join(' and ')
  return [
    {
      ruleId: 'LB011',
      level: 'note',
      message: `${missing.join(' and ')} CU can be set through the API, Terraform or a bundle, but is not on the UI's list`,
      hint: `in the UI choose ${next}`,
      subject: 'minCu',
    },
  ]
}
