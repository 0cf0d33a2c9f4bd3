import limits from '../data/product-limits.json' with { type: 'json' }
import type { Finding } from '../finding.js'
import type { YamlPath } from '../workload.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { at, type Rule } from './rule.js'

/** LB011, and LB006 where the bounds are the wrong way round: ranges that the product refuses. */
export const computeRanges: Rule = ({ compute, branches }, source) => [
  ...range(compute.minCu, compute.maxCu, ['compute'], source),
  ...compute.readReplicas.flatMap(({ minCu, maxCu, at }) => range(minCu, maxCu, at, source)),
  ...branches.flatMap(({ minCu, maxCu, at }) => range(minCu, maxCu, at, source)),
]

function range(
  min: number | undefined,
  max: number | undefined,
  path: YamlPath,
  source: YamlSource,
): readonly Finding[] {
  if (min === undefined || max === undefined) return []
  const place = [...path, 'max_cu']
  const { maxCuSpread, maxAutoscalingCu } = limits
  if (min > max) {
    const message = `max_cu: ${max} is below min_cu ${min}`
    return [at(source, place, { ruleId: 'LB006', level: 'error', message })]
  }
  if (max > maxAutoscalingCu.value && min !== max) {
    const message = `max_cu: above ${maxAutoscalingCu.value} CU a compute has a fixed size, and ${min} to ${max} is a range`
    const hint = `Give min_cu and max_cu the same number, or keep max_cu at ${maxAutoscalingCu.value}.`
    return [at(source, place, { ruleId: 'LB011', level: 'error', message, hint })]
  }
  if (max - min <= maxCuSpread.value) return []
  const message = `max_cu: ${min} to ${max} CU spans ${max - min}, more than ${maxCuSpread.value}`
  const hint = `Raise min_cu to ${max - maxCuSpread.value} or lower max_cu to ${Math.floor(min + maxCuSpread.value)}.`
  return [at(source, place, { ruleId: 'LB011', level: 'error', message, hint })]
}

/** LB011: a compute with a standby never stops. */
export const highAvailability: Rule = ({ compute }, source) => {
  if (compute.haComputes === undefined) return []
  if (compute.scaleToZeroAfterSeconds === undefined || compute.scaleToZeroAfterSeconds === false) {
    return []
  }
  const message = 'scale_to_zero_after: high availability and scale-to-zero exclude each other'
  const hint = 'Write off here, or remove high_availability.'
  const path = ['compute', 'scale_to_zero_after']
  return [at(source, path, { ruleId: 'LB011', level: 'error', message, hint })]
}

/** LB006: read replicas of both spellings together. */
export const replicaCount: Rule = ({ compute }, source) => {
  const replicas = compute.readReplicas.reduce((sum, { count }) => sum + count, 0)
  const most = limits.maxReadReplicas.value
  const last = compute.readReplicas.at(-1)
  if (replicas <= most || !last) return []
  const message = `${replicas} read replicas, and a branch has at most ${most}`
  return [
    at(source, last.at, { ruleId: 'LB006', level: 'error', message, expected: `at most ${most}` }),
  ]
}
