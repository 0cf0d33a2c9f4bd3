import type { Exit } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'

/** Which signal broke a run off. */
export type Interruption = 130 | 143

/**
 * How a command that made, or merged, a run ends. A shard is judged when it is merged. A verdict against
 * the figures themselves, such as a client that is the bottleneck, decides only where it is asked to.
 */
export function runExit(
  run: RunReport,
  { interruption, strict }: { readonly interruption?: Interruption; readonly strict: boolean },
): Exit {
  if (interruption !== undefined) {
    return { code: interruption, reason: 'interrupted; the figures are those up to then' }
  }
  const failed = run.objectives.filter(({ holds }) => !holds).length
  const reasons = [
    ...(run.total.succeeded === 0 ? ['nothing ended well'] : []),
    ...(failed > 0 && run.shard === undefined
      ? [`${failed} of ${run.objectives.length} objectives not met`]
      : []),
    ...(strict && run.verdicts.some(({ level }) => level === 'error')
      ? ['a verdict at error level']
      : []),
  ]
  if (reasons.length > 0) return { code: 1, reason: reasons.join('; ') }
  if (run.shard !== undefined) return { code: 0, reason: 'ok; objectives are judged in the merge' }
  return { code: 0, reason: 'ok' }
}
