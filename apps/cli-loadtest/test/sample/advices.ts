import type { Advice, PlanNode, QueryAdvice } from '@lakebase/loadtest/advise'
import type { AdviceReport } from '../../src/advise/advice-report.js'

const SQL =
  'SELECT order_id, total FROM shop.orders WHERE customer_id = $1 AND placed_at >= current_date - 365 ORDER BY placed_at DESC LIMIT 10'
const NAME = 'orders_customer_id_placed_at_idx'

function node(type: string, totalCost: number, more: Partial<PlanNode> = {}): PlanNode {
  return { type, startupCost: 0, totalCost, rows: 12, width: 40, children: [], ...more }
}

const scan = node('Seq Scan', 2241, {
  relation: 'orders',
  filter: "((customer_id = 7) AND (placed_at >= (CURRENT_DATE - '365 days'::interval)))",
  rows: 60_000,
  actualRows: 60_000,
  actualMs: 31.4,
  loops: 1,
})
const before = {
  cost: 2242,
  ms: 31.9,
  plan: { root: node('Limit', 2242, { children: [node('Sort', 2242, { children: [scan] })] }) },
}
const after = {
  cost: 8.4,
  ms: 0.12,
  isEstimate: true,
  plan: {
    root: node('Limit', 8.4, {
      children: [
        node('Index Scan', 44, {
          relation: 'orders',
          index: NAME,
          condition: '(customer_id = 7)',
        }),
      ],
    }),
  },
}

const queries: readonly QueryAdvice[] = [
  {
    id: 'orders_of_customer',
    sql: SQL,
    weight: 40,
    outcome: 'planned',
    planned: 'values',
    before,
    after,
    hints: [
      {
        ruleId: 'LT231',
        level: 'warn',
        message: 'orders: 60,000 rows are read for 12',
        hint: 'an index on customer_id',
      },
    ],
  },
  {
    id: 'order_page / 2 SELECT',
    sql: 'SELECT * FROM shop.orders WHERE order_id = $1',
    weight: 30,
    outcome: 'planned',
    planned: 'generic',
    before: after,
    after,
    hints: [],
  },
  {
    id: 'broken',
    sql: 'SELECT * FROM nowhere',
    weight: 1,
    outcome: 'failed',
    why: 'relation "nowhere" does not exist',
  },
]

const advice: Advice = {
  schemaVersion: 1,
  hasProposals: true,
  proof: 'built',
  unit: 'ms',
  proposals: [
    {
      name: NAME,
      schema: 'shop',
      table: 'orders',
      definition: '(customer_id, placed_at DESC NULLS LAST)',
      statement: `CREATE INDEX CONCURRENTLY ${NAME} ON shop.orders (customer_id, placed_at DESC NULLS LAST)`,
      proof: 'built',
      bytes: 1_900_544,
      saved: 1271,
      writeCost: 0.4,
      net: 1270.6,
      queries: [{ id: 'orders_of_customer', costBefore: 2242, costAfter: 8.4 }],
      makesNeedless: ['orders_customer_id_idx'],
      why: 'orders_of_customer looks for customer_id and wants the newest first',
    },
  ],
  rejected: [
    {
      schema: 'shop',
      table: 'orders',
      definition: '(placed_at)',
      reason: 'outdone',
      why: `${NAME} does the same, or better`,
    },
  ],
  queries,
  findings: [
    {
      ruleId: 'LT203',
      level: 'warn',
      message: 'shop.orders: orders_total_idx was never used',
      hint: 'DROP INDEX CONCURRENTLY shop.orders_total_idx, if no report of another day uses it',
    },
    { ruleId: 'LT209', level: 'note', message: 'the cache served 99.2 % of this run' },
  ],
}

function reportOf(of: Advice): AdviceReport {
  return {
    ok: true,
    schemaVersion: 1,
    kind: 'advice',
    generator: 'Lakebase Accelerator',
    version: '0.0.0',
    generatedAt: '2026-11-28T09:30:00.000Z',
    source: 'loadtest.yml',
    target: 'db.example.com:5432/shop',
    advice: of,
    applied: [],
    exit: { code: 0, reason: 'ok' },
  }
}

/** Advice with everything in it, and with nothing. */
export const ADVICES: Readonly<Record<string, AdviceReport>> = {
  'an index that is missing': reportOf(advice),
  'nothing to propose': reportOf({
    ...advice,
    ...{ hasProposals: false, proof: 'none', proposals: [], rejected: [], findings: [] },
    queries: queries.slice(1, 2),
  }),
}
