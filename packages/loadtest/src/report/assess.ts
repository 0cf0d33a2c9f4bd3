import { checkObjective } from './objective/check-objective.js'
import type { RunReport, Verdict } from './run-report.js'
import { verdictsOf } from './verdict/verdicts-of.js'

/** What a run or a merge measured, before it is judged. */
export type RunFigures = Omit<RunReport, 'objectives' | 'verdicts'>

/** Adds which objectives hold, and what to know before believing the figures, beside what is `known`. */
export function assess(figures: RunFigures, known: readonly Verdict[] = []): RunReport {
  return {
    ...figures,
    objectives: figures.scenario.objectives.map((objective) => checkObjective(objective, figures)),
    verdicts: verdictsOf(figures, known),
  }
}
