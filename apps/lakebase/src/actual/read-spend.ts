import type { RunSql } from '@lakebase/workspace'
import * as v from 'valibot'
import { SPEND_QUERY } from './spend-query.js'

/** What one kind of usage came to. */
export interface Spend {
  readonly kind: string
  /** DBU, DSU, … */
  readonly unit: string
  readonly quantity: number
  /** Without the rows that have no price. */
  readonly usd: number
  readonly unpricedRows: number
  readonly lastDay: string
}

/** Decimals come as text with all their digits, sums of nothing as NULL. */
const Amount = v.pipe(
  v.nullable(v.union([v.string(), v.number(), v.bigint()]), 0),
  v.transform(Number),
  v.finite(),
)

const Rows = v.array(
  v.pipe(
    v.object({
      kind: v.string(),
      usage_unit: v.string(),
      quantity: Amount,
      usd: Amount,
      unpriced_rows: Amount,
      last_day: v.string(),
    }),
    v.transform(({ usage_unit: unit, unpriced_rows: unpricedRows, last_day: lastDay, ...row }) => ({
      ...row,
      unit,
      unpricedRows,
      lastDay,
    })),
  ),
)

/**
 * @param from first day, ISO
 * @param to first day that does not count
 */
export async function readSpend(
  runSql: RunSql,
  {
    from,
    to,
    project,
  }: { readonly from: string; readonly to: string; readonly project: string | undefined },
  signal: AbortSignal,
): Promise<readonly Spend[]> {
  const parameters = { from_date: from, to_date: to, project: project ?? null }
  const { rows } = await runSql(SPEND_QUERY, { parameters, signal })
  return v.parse(Rows, rows)
}
