import type { SweepPlan } from './sweep-plan.js'
import type { SweepOutcome, SweepPhase, SweepStep } from './sweep-result.js'

/** Halved so often, a start rate is given up. */
const HALVINGS = 8

export type NextStep = { readonly rate: number; readonly phase: SweepPhase } | SweepOutcome

/**
 * What to do after these steps: the next rate, or the outcome. All is decided from the steps alone.
 * A rate holds when its last run did and no confirmation of it failed; one that fails while being
 * confirmed is a rate that fails, and the search goes on below it.
 */
export function nextStep(steps: readonly SweepStep[], plan: SweepPlan): NextStep {
  const last = steps.at(-1)
  if (last === undefined) return { rate: plan.startRate, phase: 'climb' }
  if (!last.report.complete) return { kind: 'interrupted', ...heldBy(steps.slice(0, -1)) }
  const { failsAt, holdsAt } = bracketOf(steps)
  const doubt = clientLimit(steps, last)
  if (doubt === 'repeat') return { rate: last.rate, phase: 'repeat' }
  if (doubt !== undefined)
    return { kind: 'client', ...heldBy(steps), failsAt: last.rate, verdict: doubt }
  if (failsAt === undefined) return above(steps, holdsAt ?? plan.startRate, plan)
  const because = steps.findLast((step) => step.rate === failsAt && !step.holds)?.because ?? []
  if (holdsAt === undefined) return below(failsAt, because, plan)
  if (failsAt / holdsAt > 1 + plan.resolution) {
    const rate = round(Math.sqrt(failsAt * holdsAt))
    if (rate > holdsAt && rate < failsAt) return { rate, phase: 'bisect' }
  }
  return (
    confirmation(steps, holdsAt, plan) ?? {
      kind: 'knee',
      rate: holdsAt,
      failsAt,
      because,
      confirmations: plan.confirmations,
    }
  )
}

/** The lowest rate that fails, and the highest one below it that holds. */
function bracketOf(steps: readonly SweepStep[]) {
  const rates = [...new Set(steps.map(({ rate }) => rate))].sort((a, b) => a - b)
  const failsAt = rates.find((rate) => !holdsAll(steps, rate))
  const below = rates.filter((rate) => failsAt === undefined || rate < failsAt)
  return { failsAt, holdsAt: below.at(-1) }
}

function heldBy(steps: readonly SweepStep[]): { readonly holdsAt?: number } {
  const { holdsAt } = bracketOf(steps)
  return holdsAt === undefined ? {} : { holdsAt }
}

function holdsAll(steps: readonly SweepStep[], rate: number): boolean {
  const own = steps.filter((step) => step.rate === rate)
  const decisive = own.findLast(({ phase }) => phase !== 'confirm')
  return decisive?.holds === true && own.every(({ phase, holds }) => phase !== 'confirm' || holds)
}

/** A failure of a client at its limit is no failure of the database; to be sure it is run once more. */
function clientLimit(steps: readonly SweepStep[], last: SweepStep) {
  const verdict = clientVerdict(last)
  if (verdict === undefined) return undefined
  const before = steps.at(-2)
  return last.phase === 'repeat' && before && clientVerdict(before) ? verdict : 'repeat'
}

function clientVerdict({ holds, report }: SweepStep) {
  return holds ? undefined : report.verdicts.find(({ ruleId }) => ruleId === 'LT101')
}

function above(steps: readonly SweepStep[], holdsAt: number, plan: SweepPlan): NextStep {
  if (holdsAt >= plan.maxRate)
    return confirmation(steps, holdsAt, plan) ?? { kind: 'above', holdsAt }
  return { rate: Math.min(plan.maxRate, round(holdsAt * plan.factor)), phase: 'climb' }
}

function below(failsAt: number, because: readonly string[], plan: SweepPlan): NextStep {
  // Rates are rounded: the lowest may stand a little above.
  if (failsAt <= (1.01 * plan.startRate) / plan.factor ** HALVINGS)
    return { kind: 'none', failsAt, because }
  return { rate: round(failsAt / plan.factor), phase: 'climb' }
}

function confirmation(
  steps: readonly SweepStep[],
  rate: number,
  plan: SweepPlan,
): NextStep | undefined {
  const confirmed = steps.filter((step) => step.rate === rate && step.phase === 'confirm').length
  return confirmed < plan.confirmations ? { rate, phase: 'confirm' } : undefined
}

/** Rates that people can read: whole ones from 100 on, else three digits. */
function round(rate: number): number {
  return rate >= 100 ? Math.round(rate) : Number(rate.toPrecision(3))
}
