import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { type BundleValue, numberOf, valueAt } from '../../read/bundle-value.js'
import { type Check, findingsOf } from '../check.js'
import { computeBlocks } from '../compute-blocks.js'

const found = findingsOf('LB103')
const { min: least, maxAutoscaling, maxFixed, maxSpread } = limits.computeUnits.value

/** LB103: the range of compute units (2 GB each) of an endpoint. */
export const computeUnits: Check = ({ view }) => computeBlocks(view).flatMap(rangeFindings)

function rangeFindings(block: BundleValue): readonly Finding[] {
  const minAt = valueAt(block, 'autoscaling_limit_min_cu')
  const maxAt = valueAt(block, 'autoscaling_limit_max_cu')
  const min = numberOf(minAt)
  const max = numberOf(maxAt)
  const findings = [...sizeFindings(minAt), ...(min === max ? [] : sizeFindings(maxAt))]
  if (maxAt === undefined || min === undefined || max === undefined) return findings
  if (min > max) {
    findings.push(
      found.error(maxAt.at, `the maximum of ${max} CU is below the minimum of ${min} CU`),
    )
  } else if (max - min > maxSpread) {
    const hint = `With ${max} CU at most the minimum is ${max - maxSpread} CU; with ${min} CU at least the maximum is ${min + maxSpread} CU.`
    const message = `${min} to ${max} CU: the spread is ${max - min}, and at most ${maxSpread} is taken`
    findings.push(found.error(maxAt.at, message, { hint }))
  } else if (max > maxAutoscaling && max <= maxFixed && min !== max) {
    const hint = `Set both limits to one size of up to ${maxFixed} CU, or the maximum to ${maxAutoscaling} CU.`
    findings.push(
      found.warn(maxAt.at, `above ${maxAutoscaling} CU only fixed sizes are documented`, { hint }),
    )
  }
  return findings
}

function sizeFindings(value: BundleValue | undefined): Finding[] {
  const cu = numberOf(value)
  if (value === undefined || cu === undefined) return []
  if (cu < least)
    return [
      found.error(value.at, `${cu} CU is below the smallest size`, {
        expected: `at least ${least} CU`,
      }),
    ]
  if (cu > maxFixed) {
    return [found.warn(value.at, `${cu} CU: no size above ${maxFixed} CU is documented`)]
  }
  if (cu === least || Number.isInteger(cu)) return []
  return [
    found.warn(value.at, `${cu} CU is no documented size`, { expected: `${least}, 1, 2, 3 …` }),
  ]
}
