import { rowsPerRun } from '@lakebase/cli-kit/sizing'
import type { SyncPipeline } from '@lakebase/config'
import type { Quantity } from '@lakebase/pricing'
import { type ComputeLimits, estimateSyncRun, type FittingSize } from '@lakebase/sizer'

/** A pipeline with the time that its runs take, or what the file would have to say for that. */
export type PlannedPipeline = ContinuousPlan | ScheduledPlan | UnknownPlan

interface ContinuousPlan {
  readonly mode: 'continuous'
  readonly pipeline: SyncPipeline
}
interface ScheduledPlan {
  readonly mode: 'scheduled'
  readonly pipeline: SyncPipeline
  readonly rowsPerRun: number
  readonly hoursPerRun: Quantity
  readonly writingHoursPerRun: number
  readonly runsPerMonth: number
}
interface UnknownPlan {
  readonly mode: 'unknown'
  readonly pipeline: SyncPipeline
  readonly missing: string
}

/** How long each pipeline runs at the size chosen; without a size nothing scheduled can be told. */
export function planPipelines(
  pipelines: readonly SyncPipeline[],
  size: FittingSize | undefined,
  limits: ComputeLimits,
): readonly PlannedPipeline[] {
  return pipelines.map((pipeline) => {
    const { policy, schedule } = pipeline
    if (policy === 'CONTINUOUS') return { mode: 'continuous', pipeline }
    const rows = rowsPerRun(pipeline)
    if (rows === undefined) return { mode: 'unknown', pipeline, missing: volumeWanted(pipeline) }
    if (schedule === undefined) return { mode: 'unknown', pipeline, missing: 'schedule' }
    if (size === undefined) return { mode: 'unknown', pipeline, missing: 'a size that fits' }
    const atMax = estimateSyncRun({ policy, rows }, size.maxCu, limits)
    const atMin = estimateSyncRun({ policy, rows }, size.minCu, limits)
    return {
      mode: 'scheduled',
      pipeline,
      rowsPerRun: rows,
      hoursPerRun: { low: atMax.hours, expected: atMax.hours, high: atMin.hours, why: atMax.why },
      writingHoursPerRun: atMax.writingHours,
      runsPerMonth: schedule.runsPerMonth,
    }
  })
}

/** Hours in a month during which scheduled runs write, their start-up left out. */
export function writingHours(plans: readonly PlannedPipeline[]): number {
  return plans.reduce(
    (sum, plan) =>
      plan.mode === 'scheduled' ? sum + plan.writingHoursPerRun * plan.runsPerMonth : sum,
    0,
  )
}

/** `Sync sales (3 tables, TRIGGERED PT30M)` */
export function pipelineLabel({ name, policy, schedule, tables }: SyncPipeline): string {
  const count =
    tables.length === 0 ? '' : `${tables.length} table${tables.length === 1 ? '' : 's'}, `
  return `Sync ${name} (${count}${policy}${schedule ? ` ${schedule.text}` : ''})`
}

function volumeWanted({ policy }: SyncPipeline): string {
  return policy === 'SNAPSHOT'
    ? 'rows or size_gb of each table'
    : 'rows_changed_per_run or gb_per_run of each table'
}
