import { type Candidate, identityOf } from '../candidates/candidate.js'
import type { PreparedQuery } from '../workload/prepared-query.js'
import type { PlanBook } from './plan-book.js'

/**
 * What to weigh: each candidate alone, and those that a plan takes together when all are there. The
 * planner's own choice among all of them finds the pairs that help only as a pair.
 */
export async function findMoves(
  queries: readonly PreparedQuery[],
  book: PlanBook,
  candidates: readonly Candidate[],
): Promise<readonly (readonly Candidate[])[]> {
  const plain = candidates.filter(
    ({ include, where }) => include.length === 0 && where === undefined,
  )
  const moves = new Map<string, readonly Candidate[]>()
  for (const one of candidates) moves.set(identityOf(one), [one])
  for (const some of [candidates, plain]) {
    for (const { used } of await book.planWith(queries, some)) {
      if (used.length > 1) moves.set(used.map(identityOf).sort().join('\n'), used)
    }
  }
  return [...moves.values()]
}
