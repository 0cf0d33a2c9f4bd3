import * as v from 'valibot'
import type { Scenario } from './scenarios/scenario.js'

const count = v.number()

/** What came of one scenario with one client. */
export const Result = v.object({
  issued: count,
  /** Rejected. */
  lost: count,
  /** Of these, inserts that had taken effect. */
  done: count,
  /** Rows of one insert beyond the first, or balances that do not add up. */
  duplicates: count,
  /** Confirmed, and not there. */
  missing: count,
  /** Neither done nor rejected five seconds after the end. */
  pending: count,
  /** What would have ended the process. */
  uncaught: count,
  connects: count,
  mints: count,
  /** Answers that the gateway kept back. */
  kept: count,
  /** COMMITs without an answer whose outcome the client found out. */
  resolved: count,
  longestMs: count,
  /** From the end of an outage to the first success; the longest. -1: no outage. */
  recoverMs: count,
  /** On average. */
  meanRecoverMs: count,
  /** In the busiest second of an outage. */
  downConnects: count,
  downMints: count,
  seconds: count,
})

export type Result = v.InferOutput<typeof Result>

/** Transactions are fewer, and idle connections die one burst at a time. */
export function leastOf({ work }: Scenario, queries: number): number {
  if (work === 'transfers') return queries / 4
  return work === 'bursts' ? queries * 0.09 : queries
}

/** What ours promises of a scenario; each line a promise that was broken. */
export function brokenPromises(
  scenario: Scenario,
  queries: number,
  result: Result,
): readonly string[] {
  const none = ['lost', 'duplicates', 'missing', 'pending', 'uncaught'] as const
  const least = leastOf(scenario, queries)
  const leastResolved = (scenario.resolves ?? 0) * queries
  const longestRecoverMs = scenario.recoversByToken ? 2000 : 1000
  return [
    ...none.filter((name) => result[name] > 0).map((name) => `${name} ${result[name]}`),
    ...(result.issued < least ? [`${result.issued} issued, which is fewer than ${least}`] : []),
    ...(result.resolved < leastResolved ? [`${result.resolved} COMMITs resolved`] : []),
    ...(result.recoverMs > longestRecoverMs
      ? [`first success ${result.recoverMs} ms after an outage`]
      : []),
    ...(result.meanRecoverMs > 1000
      ? [`first success ${result.meanRecoverMs} ms after an outage on average`]
      : []),
    ...(result.downConnects > 10 ? [`${result.downConnects} connects a second while down`] : []),
    ...(result.downMints > 1 ? [`${result.downMints} mints a second while down`] : []),
  ]
}
