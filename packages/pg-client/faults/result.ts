import * as v from 'valibot'

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
  longestMs: count,
  /** From the end of an outage to the first success; the longest. -1: no outage. */
  recoverMs: count,
  /** In the worst outage, a second. */
  downConnects: count,
  downMints: count,
  seconds: count,
})

export type Result = v.InferOutput<typeof Result>

/** What ours promises; each line a promise that was broken. */
export function brokenPromises(result: Result): readonly string[] {
  const none = ['lost', 'duplicates', 'missing', 'pending', 'uncaught'] as const
  return [
    ...none.filter((name) => result[name] > 0).map((name) => `${name} ${result[name]}`),
    ...(result.recoverMs > 1000 ? [`first success ${result.recoverMs} ms after an outage`] : []),
    ...(result.downConnects > 10 ? [`${result.downConnects} connects a second while down`] : []),
    ...(result.downMints > 1 ? [`${result.downMints} mints a second while down`] : []),
  ]
}
