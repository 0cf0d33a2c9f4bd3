import { LoadtestError } from '../loadtest-error.js'
import type { Objective, Scenario } from '../scenario/scenario.js'

/** How a sweep goes about it; rates are arrivals a second. */
export interface SweepSettings {
  readonly startRate: number
  /** The sweep ends when the objectives hold there. */
  readonly maxRate?: number
  /** From step to step on the way up; 2 unless given. */
  readonly factor?: number
  /** The knee is known to this share of itself; 0.05 unless given. */
  readonly resolution?: number
  /** Measured seconds of a step; 20 unless given. */
  readonly stepSeconds?: number
  /** Seconds before them that are not measured; 5 unless given. */
  readonly warmUpSeconds?: number
  /** How often the found rate is run again; 2 unless given. */
  readonly confirmations?: number
}

export interface SweepPlan extends Required<Omit<SweepSettings, 'maxRate'>> {
  readonly maxRate: number
  readonly objectives: readonly Objective[]
}

/** @throws LoadtestError `SWEEP` for settings that lead nowhere, or when there is nothing to hold a step against. */
export function planSweep(scenario: Scenario, settings: SweepSettings): SweepPlan {
  const plan = {
    maxRate: Number.POSITIVE_INFINITY,
    factor: 2,
    resolution: 0.05,
    stepSeconds: 20,
    warmUpSeconds: 5,
    confirmations: 2,
    ...settings,
    objectives: scenario.objectives.filter(({ metric }) => metric !== 'throughput'),
  }
  const wrong = problemOf(plan)
  if (wrong !== undefined) throw new LoadtestError('SWEEP', `No sweep can be made: ${wrong}`)
  return plan
}

/** The scenario at one rate, behind a warm-up at the same rate. */
export function scenarioAt(scenario: Scenario, rate: number, plan: SweepPlan): Scenario {
  const hold = {
    name: `${rate}/s`,
    durationMs: plan.stepSeconds * 1000,
    fromRate: rate,
    toRate: rate,
    measured: true,
  }
  const warmUp = {
    ...hold,
    name: 'warm-up',
    durationMs: plan.warmUpSeconds * 1000,
    measured: false,
  }
  const arrivals = scenario.load.model === 'open' ? scenario.load.arrivals : 'poisson'
  return {
    ...scenario,
    objectives: plan.objectives,
    load: {
      model: 'open',
      arrivals,
      stages: plan.warmUpSeconds > 0 ? [warmUp, hold] : [hold],
    },
  }
}

function problemOf(plan: SweepPlan): string | undefined {
  if (plan.objectives.length === 0)
    return 'nothing says when a step holds. Give an objective of latency or errors, such as p99=10ms'
  if (!(plan.startRate > 0)) return `a start rate is above 0, not ${plan.startRate}`
  if (!(plan.maxRate >= plan.startRate))
    return `the highest rate (${plan.maxRate}/s) is below the start rate (${plan.startRate}/s)`
  if (!(plan.factor > 1)) return `a factor is above 1, not ${plan.factor}`
  if (!(plan.resolution > 0)) return `a resolution is above 0, not ${plan.resolution}`
  if (!(plan.stepSeconds > 0)) return `a step takes more than 0 s, not ${plan.stepSeconds}`
  if (!(plan.warmUpSeconds >= 0)) return `a warm-up takes 0 s or more, not ${plan.warmUpSeconds}`
  if (!(Number.isInteger(plan.confirmations) && plan.confirmations >= 0))
    return `confirmations are a whole number, not ${plan.confirmations}`
  return undefined
}
