import type { Exit } from '@lakebase/cli-kit'
import type { RunReport, Verdict } from '@lakebase/loadtest'

/** Which signal broke a run off. */
export type Interruption = 130 | 143

/**
 * How a command that made, or merged, a run ends: 1 for an objective that is not met, and for a verdict at
 * error level. A shard is judged when it is merged.
 */
export function runExit(
  run: RunReport,
  { interruption, strict }: { readonly interruption?: Interruption; readonly strict: boolean },
): Exit {
  if (interruption !== undefined) {
    return { code: interruption, reason: 'interrupted; the figures are those up to then' }
  }
  const reasons = [
    ...(run.total.succeeded === 0 ? ['nothing ended well'] : []),
    ...(run.shard === undefined ? [...missed(run), ...verdictReasons(run, strict)] : []),
  ]
  if (reasons.length > 0) return { code: 1, reason: reasons.join('; ') }
  if (run.shard !== undefined) return { code: 0, reason: 'ok; it is judged in the merge' }
  return { code: 0, reason: 'ok' }
}

function missed({ objectives }: RunReport): readonly string[] {
  const failed = objectives.filter(({ holds }) => !holds).length
  return failed > 0 ? [`${failed} of ${objectives.length} objectives not met`] : []
}

function verdictReasons(run: RunReport, strict: boolean): readonly string[] {
  const deciding = run.verdicts.filter((verdict) => decides(verdict, run, strict))
  const ids = [...new Set(deciding.map(({ ruleId }) => ruleId))]
  return ids.length > 0 ? [`${ids.join(', ')} at error level`] : []
}

/**
 * Two that are at error level do not decide. A client at its limit (LT101) makes figures worse than the
 * database is, never better: an objective that holds, holds. And how many may fail (LT105) is the user's own
 * word where an objective says it.
 */
function decides({ ruleId, level }: Verdict, run: RunReport, strict: boolean): boolean {
  if (level !== 'error' || ruleId === 'LT100') return false
  if (ruleId === 'LT101') return strict
  if (ruleId === 'LT105')
    return !run.objectives.some(({ objective }) => objective.metric === 'errors')
  return true
}
