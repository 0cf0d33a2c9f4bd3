import type { PlanFigures, QueryAdvice } from '../advice.js'
import type { WorkloadQuery } from '../advise-options.js'
import { planHints } from '../plan/hints/plan-hints.js'
import type { AdviceParts } from './make-advice.js'

/** One query's plans and hints. */
export function queryAdvice(parts: AdviceParts, query: WorkloadQuery): readonly QueryAdvice[] {
  const { workload } = parts
  const { id, sql, weight } = query
  const failed = workload.failed.find((one) => one.query === query)
  if (failed) return [{ id, sql, weight, outcome: 'failed', why: failed.why }]
  const place = workload.queries.findIndex((one) => one.query === query)
  const prepared = workload.queries[place]
  if (!prepared) return []
  const before = figuresBefore(parts, place)
  const after = figuresAfter(parts, place)
  if (!before || !after) return []
  const planned = prepared.explainables[0].parameters === undefined ? 'generic' : 'values'
  const hints = planHints({ ...parts, prepared, plan: before.plan, after: after.plan })
  return [{ id, sql, weight, outcome: 'planned', planned, before, after, hints }]
}

function figuresBefore({ workload, choice }: AdviceParts, place: number): PlanFigures | undefined {
  const planned = workload.before[place]
  const id = workload.queries[place]?.query.id ?? ''
  const ms = choice.times.get(id)
  return (
    planned && {
      cost: planned.cost,
      ...(ms !== undefined && { ms }),
      plan: workload.ran.get(id) ?? planned.plan,
    }
  )
}

/** Measured where it was run, else what was measured before times the ratio of the costs. */
function figuresAfter(parts: AdviceParts, place: number): PlanFigures | undefined {
  const { workload, choice } = parts
  const before = figuresBefore(parts, place)
  const planned = choice.after[place]
  const id = workload.queries[place]?.query.id ?? ''
  if (!before || !planned) return undefined
  const { cost } = planned
  const ran = choice.ran.get(id)
  if (ran?.executionMs !== undefined) return { cost, ms: ran.executionMs, plan: ran }
  if (planned.used.length === 0) return { ...before, plan: planned.plan }
  if (before.ms === undefined || before.cost === 0) return { cost, plan: planned.plan }
  return { cost, ms: (before.ms * cost) / before.cost, isEstimate: true, plan: planned.plan }
}
