import { formatNumber } from '../format-number.js'
import type { AutoscalingLimits, ComputeLimits, ProvisionedLimits } from '../limits/limits.js'
import type { ComputeWish, SizingIssue } from './compute-sizing.js'
import { isSize, largestCu, type SizeRange, sizeAtLeast } from './size-range.js'

/** What the product does not allow in the bounds that the user has set. */
export function wishIssues(
  wish: ComputeWish,
  range: SizeRange,
  limits: ComputeLimits,
): readonly SizingIssue[] {
  const issues = [
    wish.minCu !== undefined && sizeIssue('minCu', wish.minCu, limits),
    wish.maxCu !== undefined && sizeIssue('maxCu', wish.maxCu, limits),
    ...(limits.product === 'autoscaling'
      ? [autoscalingRangeIssue(range, limits), availabilityIssue(wish, limits)]
      : provisionedIssues(wish, range, limits)),
  ]
  return issues.filter((issue) => issue !== undefined && issue !== false)
}

function sizeIssue(
  subject: 'minCu' | 'maxCu',
  cu: number,
  limits: ComputeLimits,
): SizingIssue | undefined {
  if (isSize(cu, limits)) return undefined
  const key = subject === 'minCu' ? 'min_cu' : 'max_cu'
  const nextCu = sizeAtLeast(cu, limits)
  if (nextCu === undefined) {
    const largest = largestCu(limits)
    const message = `${key} ${formatNumber(cu)} is above the largest size, ${largest} CU`
    return { ruleId: 'LB010', level: 'error', message, hint: `use ${largest} or less`, subject }
  }
  const message = `${key} ${formatNumber(cu)} is not a size: ${sizesWords(limits)}`
  return invalid(subject, message, `use ${nextCu}`)
}

function sizesWords(limits: ComputeLimits): string {
  if (limits.product === 'provisioned-legacy') return limits.sizes.allowedCu.join(', ')
  const { smallestCu, largestFixedCu } = limits.sizes
  return `${smallestCu}, or a whole number up to ${largestFixedCu}`
}

function autoscalingRangeIssue(
  { minCu, maxCu }: SizeRange,
  limits: AutoscalingLimits,
): SizingIssue | undefined {
  if (minCu > maxCu) return minAboveMax(minCu, maxCu)
  const { largestAutoscaledCu, maxSpreadCu } = limits.sizes
  const spreadCu = maxCu - minCu
  if (maxCu > largestAutoscaledCu && spreadCu > 0) {
    const message = `${minCu} to ${maxCu} CU is a range, but sizes above ${largestAutoscaledCu} CU are fixed`
    return invalid('minCu', message, `set min_cu to ${maxCu}, or max_cu to ${largestAutoscaledCu}`)
  }
  if (spreadCu <= maxSpreadCu) return undefined
  const message = `${minCu} to ${maxCu} CU is a spread of ${formatNumber(spreadCu)}, above the ${maxSpreadCu} allowed`
  return invalid('minCu', message, `set min_cu to ${maxCu - maxSpreadCu} or more`)
}

function availabilityIssue(
  { haComputes, scalesToZero }: ComputeWish,
  limits: AutoscalingLimits,
): SizingIssue | undefined {
  if (haComputes === undefined) return undefined
  const { min, max } = limits.haComputes
  if (haComputes < min || haComputes > max) {
    const message = `high availability with ${haComputes} computes: ${min} to ${max} are possible`
    return invalid('haComputes', message, 'count the primary too')
  }
  if (!scalesToZero) return undefined
  const message = 'a compute with high availability does not scale to zero'
  return invalid(
    'scalesToZero',
    message,
    'set scale_to_zero_after to off, or drop high_availability',
  )
}

function provisionedIssues(
  wish: ComputeWish,
  { minCu, maxCu }: SizeRange,
  limits: ProvisionedLimits,
): readonly (SizingIssue | undefined)[] {
  const sizes = limits.sizes.allowedCu.join(', ')
  const fixed = `a Provisioned size is fixed (${sizes} CU), but min_cu is ${minCu} and max_cu ${maxCu}`
  const zero = 'Provisioned does not scale to zero'
  return [
    minCu === maxCu ? undefined : invalid('minCu', fixed, 'set both to the same size'),
    wish.scalesToZero ? invalid('scalesToZero', zero, 'set scale_to_zero_after to off') : undefined,
  ]
}

function minAboveMax(minCu: number, maxCu: number): SizingIssue {
  return invalid('minCu', `min_cu ${minCu} is above max_cu ${maxCu}`, 'exchange them')
}

function invalid(subject: string, message: string, hint: string): SizingIssue {
  return { ruleId: 'LB011', level: 'error', message, hint, subject }
}
