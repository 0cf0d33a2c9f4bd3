import type { Candidate } from '../candidates/candidate.js'
import type { PreparedQuery } from '../workload/prepared-query.js'
import { type PlanBook, touches } from './plan-book.js'
import type { WriteCost } from './write-cost.js'

/** An index must take this share off one query, and so many units of the planner's cost, … */
const LEAST_OF_QUERY = 0.3
const LEAST_COST = 5
/** … or this share off the whole workload. */
const LEAST_OF_WORKLOAD = 0.01

export interface Gain {
  /** Weighted, in the unit of the advice. */
  readonly saved: number
  readonly writeCost: number
  readonly net: number
  /** It helps a query enough to be worth its name. */
  readonly isNoticeable: boolean
}

/** Time (or cost) of a query for each unit of the planner's cost. */
type Scale = (query: PreparedQuery) => number

export interface Weights {
  readonly queries: readonly PreparedQuery[]
  readonly book: PlanBook
  readonly writeCost: WriteCost
  readonly scale: Scale
  /** For costs of no query, as those of writes. */
  readonly commonScale: number
  /** Of all queries as they are today, weighted, in the unit of the advice. */
  readonly total: number
}

/** What more indexes save beside those that are chosen. */
export async function weigh(
  { queries, book, writeCost, scale, commonScale, total }: Weights,
  chosen: readonly Candidate[],
  more: readonly Candidate[],
): Promise<Gain> {
  const concerned = queries.filter((query) => more.some((one) => touches(query, one)))
  const before = await book.planWith(concerned, chosen)
  const after = await book.planWith(concerned, [...chosen, ...more])
  let saved = 0
  let isNoticeable = false
  for (const [place, query] of concerned.entries()) {
    const old = before[place]?.cost ?? 0
    const less = old - (after[place]?.cost ?? old)
    saved += query.query.weight * scale(query) * less
    if (less >= LEAST_COST && less >= old * LEAST_OF_QUERY) isNoticeable = true
  }
  const writes = more.reduce((sum, one) => sum + writeCost(one), 0) * commonScale
  if (saved >= total * LEAST_OF_WORKLOAD && saved >= LEAST_COST * commonScale) isNoticeable = true
  return { saved, writeCost: writes, net: saved - writes, isNoticeable }
}
