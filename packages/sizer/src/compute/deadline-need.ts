import { formatNumber } from '../format-number.js'
import { combineProvenance } from '../limits/combine-provenance.js'
import type { ComputeLimits } from '../limits/limits.js'
import type { ComputeLoad, ComputeNeed, SizingIssue, SyncRun } from './compute-sizing.js'
import { estimateSyncRun, rowsPerSecondPerCu } from './estimate-sync-run.js'
import { sizeAtLeast } from './size-range.js'

export interface DeadlineDemand {
  /** The largest need; runs are taken one at a time, each with the whole compute. */
  readonly need?: ComputeNeed
  readonly issues: readonly SizingIssue[]
}

/** CU that end every sync run in time. A continuous run never ends, so it has no deadline. */
export function deadlineDemand(load: ComputeLoad, limits: ComputeLimits): DeadlineDemand {
  const issues: SizingIssue[] = []
  let need: ComputeNeed | undefined
  for (const run of load.syncRuns) {
    const { deadlineSeconds } = run
    if (deadlineSeconds === undefined || run.policy === 'CONTINUOUS') continue
    const cu = cuForDeadline(run, deadlineSeconds, limits)
    if (cu === undefined) issues.push(startUpTooLong(run.id, deadlineSeconds, limits))
    else if (cu > (need?.cu ?? 0)) need = deadlineNeed(run, deadlineSeconds, cu, limits)
  }
  return { ...(need && { need }), issues }
}

/** Runs that take longer than their deadline at a size that the user has set. */
export function lateRuns(load: ComputeLoad, maxCu: number, limits: ComputeLimits): SizingIssue[] {
  return load.syncRuns.flatMap((run) => {
    const { deadlineSeconds } = run
    if (deadlineSeconds === undefined || run.policy === 'CONTINUOUS') return []
    const neededCu = cuForDeadline(run, deadlineSeconds, limits)
    if (neededCu === undefined || neededCu <= maxCu) return []
    const { hours } = estimateSyncRun(run, maxCu, limits)
    return {
      ruleId: 'LB015',
      level: 'error',
      message: `sync run "${run.id}" takes ${hoursWords(hours)} at max_cu ${formatNumber(maxCu)}, longer than its ${hoursWords(deadlineSeconds / 3600)}`,
      hint: `set max_cu to ${sizeAtLeast(neededCu, limits)} or more, or run it less often`,
      subject: run.id,
    } as const
  })
}

/** `0.5 h` */
export function hoursWords(hours: number): string {
  return `${formatNumber(hours)} h`
}

function cuForDeadline(
  run: SyncRun,
  deadlineSeconds: number,
  limits: ComputeLimits,
): number | undefined {
  const loadingSeconds = deadlineSeconds - limits.syncOverheadMinutes.value * 60
  if (loadingSeconds < 0) return undefined
  if (run.rows === 0) return 0
  const cu = run.rows / (rowsPerSecondPerCu(run.policy, limits).value * loadingSeconds)
  return Number.isFinite(cu) ? cu : undefined
}

function deadlineNeed(
  run: SyncRun,
  deadlineSeconds: number,
  cu: number,
  limits: ComputeLimits,
): ComputeNeed {
  const rate = rowsPerSecondPerCu(run.policy, limits)
  return {
    limit: 'deadline',
    cu,
    why: `sync run "${run.id}": ${formatNumber(run.rows)} rows in ${hoursWords(deadlineSeconds / 3600)} less ${limits.syncOverheadMinutes.value} min start-up, at ${formatNumber(rate.value)} rows/s per CU`,
    ...combineProvenance([rate, limits.syncOverheadMinutes]),
  }
}

function startUpTooLong(id: string, deadlineSeconds: number, limits: ComputeLimits): SizingIssue {
  const minutes = limits.syncOverheadMinutes.value
  return {
    ruleId: 'LB015',
    level: 'error',
    message: `sync run "${id}" must end in ${formatNumber(deadlineSeconds / 60)} min, but its start-up alone takes about ${minutes} min: no size helps`,
    hint: 'run it less often, or use CONTINUOUS',
    subject: id,
  }
}
