import { computeLoad, computeWish } from '@lakebase/cli-kit/sizing'
import type { Finding, Workload } from '@lakebase/config'
import { autoscalingLimits, type ComputeSizing, sizeCompute } from '@lakebase/sizer'

/** The computes that a workload needs, as `lakebase-estimate` finds them too. */
export function sizeWorkload(workload: Workload): ComputeSizing {
  return sizeCompute(computeLoad(workload), autoscalingLimits, computeWish(workload))
}

/** Why there is no size, or none that was wished for. */
export function sizingFindings(sizing: ComputeSizing): readonly Finding[] {
  const issues = sizing.issues.map(({ ruleId, level, message, hint }) => ({
    ruleId,
    level,
    message,
    ...(hint !== undefined && { hint }),
  }))
  if (sizing.fits) return issues
  const said = issues.some(({ level }) => level === 'error')
  if (said) return issues
  return [
    ...issues,
    {
      ruleId: 'LB010',
      level: 'error',
      message: `the load needs ${sizing.neededCu.toFixed(1)} CU, and the largest compute has ${sizing.largestCu}`,
      hint: sizing.waysOut.join(' '),
    },
  ]
}
