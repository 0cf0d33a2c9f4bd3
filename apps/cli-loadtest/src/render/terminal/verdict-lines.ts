import { formatFinding, type Paint, sortFindings } from '@lakebase/cli-kit'
import type { Verdict } from '@lakebase/loadtest'

/** What to know before believing the figures, most important first. */
export function verdictLines(verdicts: readonly Verdict[], paint: Paint): readonly string[] {
  if (verdicts.length === 0) return []
  return [
    sortFindings(verdicts)
      .map((verdict) => formatFinding(verdict, paint))
      .join('\n'),
  ]
}
