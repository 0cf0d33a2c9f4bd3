import type { Advice, PlanFigures, PlanNode, QueryAdvice } from '@lakebase/loadtest/advise'
import { hideFinding } from './hide-finding.js'

const LEFT_OUT = '-- left out'

/** What indexes save, without what they are on: costs, sizes and the kinds of plan nodes stay. */
export function hideAdvice(advice: Advice, names: ReadonlyMap<string, string>): Advice {
  const queries = new Map(advice.queries.map(({ id }, index) => [id, `query_${index + 1}`]))
  const query = (id: string) => queries.get(id) ?? 'query'
  const table = (name: string) => names.get(name) ?? 'table'
  return {
    ...advice,
    proposals: advice.proposals.map(({ analyze: _, ...one }, index) => ({
      ...one,
      name: `index_${index + 1}`,
      schema: 'schema',
      table: table(one.table),
      definition: 'left out',
      statement: LEFT_OUT,
      queries: one.queries.map((used) => ({ ...used, id: query(used.id) })),
      makesNeedless: one.makesNeedless.map((__, place) => `needless_${place + 1}`),
      why: `on ${table(one.table)}`,
    })),
    rejected: advice.rejected.map((one) => ({
      ...one,
      schema: 'schema',
      table: table(one.table),
      definition: 'left out',
      why: one.reason,
    })),
    queries: advice.queries.map((one) => hideQuery(one, query(one.id))),
    findings: advice.findings.map(hideFinding),
  }
}

function hideQuery(one: QueryAdvice, id: string): QueryAdvice {
  if (one.outcome === 'failed') return { ...one, id, sql: LEFT_OUT, why: 'left out' }
  return {
    ...one,
    id,
    sql: LEFT_OUT,
    before: hidePlan(one.before),
    after: hidePlan(one.after),
    hints: one.hints.map(hideFinding),
  }
}

function hidePlan({ plan, ...figures }: PlanFigures): PlanFigures {
  return { ...figures, plan: { ...plan, root: hideNode(plan.root) } }
}

function hideNode(node: PlanNode): PlanNode {
  const { relation: _, schema: __, alias: ___, index: ____, ...rest } = node
  const { condition: _____, filter: ______, sortKey: _______, children, ...figures } = rest
  return { ...figures, children: children.map(hideNode) }
}
