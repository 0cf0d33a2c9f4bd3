import type { SweepOutcome, SweepResult, SweepStep } from '@lakebase/loadtest'
import { perSecond } from '../render/format.js'

/** The answer in a sentence. */
export function outcomeText(outcome: SweepOutcome): string {
  switch (outcome.kind) {
    case 'knee':
      return `the objectives hold up to ${perSecond(outcome.rate)}, and not at ${perSecond(outcome.failsAt)}`
    case 'client':
      return `the client came to its limit at ${perSecond(outcome.failsAt)}${outcome.holdsAt === undefined ? '' : `; they hold at ${perSecond(outcome.holdsAt)}, and the database may do more`}`
    case 'above':
      return `the objectives hold at ${perSecond(outcome.holdsAt)}, the highest rate that was tried`
    case 'none':
      return `the objectives do not even hold at ${perSecond(outcome.failsAt)}`
    case 'interrupted':
      return outcome.holdsAt === undefined
        ? 'interrupted before any rate held'
        : `interrupted; the objectives hold at ${perSecond(outcome.holdsAt)}`
  }
}

/** The highest rate that is known to hold. */
export function rateThatHolds(outcome: SweepOutcome): number | undefined {
  if (outcome.kind === 'knee') return outcome.rate
  return 'holdsAt' in outcome ? outcome.holdsAt : undefined
}

/** The last run at the rate that was found. */
export function stepThatHolds({ steps, outcome }: SweepResult): SweepStep | undefined {
  const rate = rateThatHolds(outcome)
  return steps.findLast((step) => step.rate === rate && step.holds)
}
