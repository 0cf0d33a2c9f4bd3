import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { beyondAnHour } from './beyond-an-hour.js'
import { clientBottleneck } from './client-bottleneck.js'
import { coldCache } from './cold-cache.js'
import { connections } from './connections.js'
import { drift } from './drift.js'
import { failures } from './failures.js'
import { fewSamples } from './few-samples.js'
import { hiddenWait } from './hidden-wait.js'
import { incomplete } from './incomplete.js'
import { lateness } from './lateness.js'
import { retries } from './retries.js'
import { shortRun } from './short-run.js'
import { warmUp } from './warm-up.js'

const RULES: readonly ((run: RunFigures) => readonly Verdict[])[] = [
  incomplete,
  clientBottleneck,
  hiddenWait,
  lateness,
  fewSamples,
  failures,
  warmUp,
  drift,
  shortRun,
  coldCache,
  retries,
  connections,
  beyondAnHour,
]
const LEVELS = ['error', 'warn', 'note'] as const

/** What to know before believing the figures: errors first, then in the order of the rules. */
export function verdictsOf(run: RunFigures, known: readonly Verdict[]): readonly Verdict[] {
  const verdicts = [...known, ...RULES.flatMap((rule) => rule(run))]
  return LEVELS.flatMap((level) => verdicts.filter((verdict) => verdict.level === level))
}
