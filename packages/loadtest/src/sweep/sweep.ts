import type { RunReport } from '../report/run-report.js'
import type { Scenario } from '../scenario/scenario.js'
import { judgeStep } from './judge-step.js'
import { nextStep } from './next-step.js'
import { planSweep, type SweepSettings, scenarioAt } from './sweep-plan.js'
import type { SweepResult, SweepStep } from './sweep-result.js'

export interface SweepOptions extends SweepSettings {
  /** Runs a scenario; an incomplete report ends the sweep. */
  readonly run: (scenario: Scenario) => Promise<RunReport>
  readonly onStep?: (step: SweepStep) => void
}

/**
 * Finds the knee: the highest rate of arrivals at which the scenario's objectives hold. Rates are
 * doubled until one does not hold, then halved in between until the knee is known to the resolution,
 * and the found rate is run again. Ends early, and says so, when the client is what cannot keep up.
 * The scenario's own load is not used; an objective of throughput is left out, for the sweep looks
 * for the rate itself.
 *
 * @throws LoadtestError `SWEEP` when the settings lead nowhere or the scenario has no objective of
 * latency or errors; and what `run` throws.
 */
export async function sweep(scenario: Scenario, options: SweepOptions): Promise<SweepResult> {
  const { run, onStep, ...settings } = options
  const plan = planSweep(scenario, settings)
  const steps: SweepStep[] = []
  for (;;) {
    const next = nextStep(steps, plan)
    if ('kind' in next) {
      const { objectives } = plan
      return { schemaVersion: 1, scenario, objectives, steps, outcome: next }
    }
    const report = await run(scenarioAt(scenario, next.rate, plan))
    const because = judgeStep(report)
    const step = { ...next, holds: because.length === 0, because, report }
    steps.push(step)
    onStep?.(step)
  }
}
