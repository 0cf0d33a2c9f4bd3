import type { AdviseOptions } from '../advise-options.js'
import type { PlanBook, PlannedQuery } from '../choose/plan-book.js'
import { measure } from '../plan/measure.js'
import type { Plan } from '../plan/plan-node.js'
import { attempt } from '../prove/attempt.js'
import type { RunSql } from '../run-sql.js'
import type { SettledOptions } from '../session/settled-options.js'
import type { FailedQuery, PreparedQuery } from './prepared-query.js'

/** The queries that can be planned, as they are planned today. */
export interface PlannedWorkload {
  readonly queries: readonly PreparedQuery[]
  /** One for each query. */
  readonly before: readonly PlannedQuery[]
  readonly failed: readonly FailedQuery[]
  /** Plans of those that were run, by id. */
  readonly ran: ReadonlyMap<string, Plan>
}

export async function planBefore(
  runSql: RunSql,
  book: PlanBook,
  prepared: readonly PreparedQuery[],
  { analyze, onProgress }: SettledOptions,
): Promise<PlannedWorkload> {
  const queries: PreparedQuery[] = []
  const before: PlannedQuery[] = []
  const failed: FailedQuery[] = []
  const ran = new Map<string, Plan>()
  for (const [done, one] of prepared.entries()) {
    onProgress({ phase: 'plan', done, total: prepared.length })
    const planned = await attempt(runSql, () => book.planWith([one], []))
    const [plan] = planned.done ? planned.value : []
    if (!plan) {
      failed.push({ query: one.query, why: planned.done ? 'no plan' : planned.message })
      continue
    }
    queries.push(one)
    before.push(plan)
    const run = isRun(one, analyze) ? await measure(runSql, one) : undefined
    if (run?.done) ran.set(one.query.id, run.value)
  }
  return { queries, before, failed, ran }
}

/** Values are needed to run anything that has parameters. */
export function isRun(
  { isRead, explainables: [first] }: PreparedQuery,
  analyze: NonNullable<AdviseOptions['analyze']>,
): boolean {
  if (first.hasParameters && first.parameters === undefined) return false
  return analyze === 'all' || (analyze === 'reads' && isRead)
}
