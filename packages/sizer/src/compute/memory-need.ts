import { formatNumber } from '../format-number.js'
import { combineProvenance } from '../limits/combine-provenance.js'
import type { ComputeLimits } from '../limits/limits.js'
import type { ComputeNeed, SizingIssue } from './compute-sizing.js'

/** GB of 10^9 bytes that one CU keeps in its cache. */
export function cacheGbPerCu(limits: ComputeLimits): number {
  return limits.memoryGbPerCu.value * limits.cacheShareOfMemory.value
}

/** CU whose cache holds the hot set. */
export function memoryNeed(hotSetGb: number, limits: ComputeLimits): ComputeNeed {
  const cachePercent = formatNumber(limits.cacheShareOfMemory.value * 100)
  return {
    limit: 'memory',
    cu: hotSetGb / cacheGbPerCu(limits),
    why: `${formatNumber(hotSetGb)} GB hot set / (${limits.memoryGbPerCu.value} GB x ${cachePercent} % cache per CU)`,
    ...combineProvenance([limits.memoryGbPerCu, limits.cacheShareOfMemory]),
  }
}

export const HOT_SET_UNKNOWN: SizingIssue = {
  ruleId: 'LB013',
  level: 'note',
  message: 'hot_set_gb is not given, so memory was not sized',
  hint: 'give hot_set_gb, the data that the queries touch all the time',
  subject: 'memory',
}
