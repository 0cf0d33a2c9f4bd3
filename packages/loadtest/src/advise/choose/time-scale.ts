import type { PreparedQuery } from '../workload/prepared-query.js'
import type { PlannedQuery } from './plan-book.js'

/** Times of queries before, in ms; of those that were measured. */
export type Times = ReadonlyMap<string, number>

export interface TimeScale {
  readonly unit: 'ms' | 'cost'
  readonly of: (query: PreparedQuery) => number
  /** For queries that were not measured, and for writes. */
  readonly common: number
}

/**
 * Turns costs into ms by what the queries took; one that was not measured goes by all others. Without
 * any measured time all stays in the planner's units.
 */
export function timeScale(
  queries: readonly PreparedQuery[],
  planned: readonly PlannedQuery[],
  times: Times,
): TimeScale {
  const costs = new Map(queries.map(({ query }, place) => [query.id, planned[place]?.cost ?? 0]))
  const measured = queries.flatMap(({ query }) => {
    const ms = times.get(query.id)
    return ms === undefined ? [] : [{ ms, cost: costs.get(query.id) ?? 0 }]
  })
  const cost = measured.reduce((sum, one) => sum + one.cost, 0)
  if (cost === 0) return { unit: 'cost', of: () => 1, common: 1 }
  const common = measured.reduce((sum, one) => sum + one.ms, 0) / cost
  return {
    unit: 'ms',
    common,
    of: ({ query }) => {
      const ms = times.get(query.id)
      const own = costs.get(query.id) ?? 0
      return ms === undefined || own === 0 ? common : ms / own
    },
  }
}
