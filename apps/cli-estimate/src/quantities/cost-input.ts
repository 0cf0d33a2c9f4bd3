import type { Workload } from '@lakebase/config'
import {
  type CostInput,
  HOURS_PER_MONTH,
  type PipelineUse,
  type UnpricedUse,
} from '@lakebase/pricing'
import type { ComputeSizing } from '@lakebase/sizer'
import type { ReportTarget } from '../report/estimate-report.js'
import type { KnownSizes } from '../sizes/known-size.js'
import { otherUses, primaryUses } from './compute-use.js'
import { type PlannedPipeline, pipelineLabel, writingHours } from './plan-pipelines.js'
import { storageUse } from './storage-use.js'

/** The quantities that pricing needs, from the workload, its size and its sync runs. */
export function costInput(
  workload: Workload,
  sizes: KnownSizes,
  plans: readonly PlannedPipeline[],
  sizing: ComputeSizing,
  target: ReportTarget,
): CostInput {
  const writingShare = Math.min(1, writingHours(plans) / HOURS_PER_MONTH)
  const promotion = workload.discounts.find((discount) => discount.promotion)
  return {
    cloud: target.cloud,
    region: target.region,
    tier: target.tier,
    computes: [
      ...(sizing.fits ? primaryUses(workload, sizing, writingShare) : []),
      ...otherUses(workload),
    ],
    storage: storageUse(
      workload,
      sizes,
      plans.map((plan) => plan.pipeline),
    ),
    pipelines: plans.flatMap(pipelineUse),
    discounts: workload.discounts.filter((discount) => !discount.promotion),
    ...(promotion && { promotionPercentage: promotion.percentage }),
    unpriced: [
      ...(sizing.fits ? [] : [computeWithoutSize(sizing.neededCu)]),
      ...plans.flatMap(unpriced),
    ],
  }
}

function pipelineUse(plan: PlannedPipeline): readonly PipelineUse[] {
  const id = `sync.${plan.pipeline.name}`
  const label = pipelineLabel(plan.pipeline)
  if (plan.mode === 'continuous') return [{ mode: 'continuous', id, label }]
  if (plan.mode === 'unknown') return []
  const { hoursPerRun, runsPerMonth } = plan
  return [{ mode: 'scheduled', id, label, hoursPerRun, runsPerMonth }]
}

function unpriced(plan: PlannedPipeline): readonly UnpricedUse[] {
  if (plan.mode !== 'unknown') return []
  const { pipeline, missing } = plan
  return [{ id: `sync.${pipeline.name}`, group: 'sync', label: pipelineLabel(pipeline), missing }]
}

function computeWithoutSize(neededCu: number): UnpricedUse {
  return {
    id: 'compute.primary',
    group: 'compute',
    label: 'Primary compute',
    missing: `a size of ${neededCu.toFixed(1)} CU`,
  }
}
