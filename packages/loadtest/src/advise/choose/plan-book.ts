import { type Candidate, identityOf } from '../candidates/candidate.js'
import { explain } from '../plan/explain.js'
import { indexesOf, type Plan } from '../plan/plan-node.js'
import type { Stage } from '../prove/open-trials.js'
import { isRefused } from '../prove/trial.js'
import type { RunSql } from '../run-sql.js'
import type { PreparedQuery } from '../workload/prepared-query.js'

/** How a query is planned with some new indexes. */
export interface PlannedQuery {
  /** Mean over the samples. */
  readonly cost: number
  readonly plan: Plan
  /** The new indexes that its plans use. */
  readonly used: readonly Candidate[]
}

/** Plans queries with any set of new indexes, each of them once. */
export interface PlanBook {
  readonly planWith: (
    queries: readonly PreparedQuery[],
    candidates: readonly Candidate[],
  ) => Promise<readonly PlannedQuery[]>
}

export function openPlanBook(runSql: RunSql, stage: Stage): PlanBook {
  const known = new Map<string, PlannedQuery>()
  const keyOf = (query: PreparedQuery, candidates: readonly Candidate[]) =>
    [query.query.id, ...relevant(query, candidates).map(identityOf).sort()].join('\n')
  return {
    planWith: async (queries, candidates) => {
      const missing = queries.filter((one) => !known.has(keyOf(one, candidates)))
      if (missing.length > 0) await stage.show(candidates)
      for (const query of missing) {
        known.set(keyOf(query, candidates), await planOne(runSql, stage, query, candidates))
      }
      return queries.flatMap((one) => known.get(keyOf(one, candidates)) ?? [])
    },
  }
}

/** Indexes on tables that a query does not name do not change its plan. */
export function touches({ uses }: PreparedQuery, { table }: Candidate): boolean {
  return uses.some((use) => use.table === table)
}

function relevant(query: PreparedQuery, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter((one) => touches(query, one))
}

async function planOne(
  runSql: RunSql,
  stage: Stage,
  query: PreparedQuery,
  candidates: readonly Candidate[],
): Promise<PlannedQuery> {
  const [first, ...rest] = query.explainables
  const plans: [Plan, ...Plan[]] = [await explain(runSql, first)]
  for (const one of rest) plans.push(await explain(runSql, one))
  const names = new Set(plans.flatMap((plan) => [...indexesOf(plan)]))
  const used = relevant(query, candidates).filter((one) => {
    const outcome = stage.outcomeOf(one)
    return (
      outcome !== undefined && !isRefused(outcome) && outcome.names.some((name) => names.has(name))
    )
  })
  const cost = plans.reduce((sum, { root }) => sum + root.totalCost, 0) / plans.length
  return { cost, plan: plans[0], used }
}
