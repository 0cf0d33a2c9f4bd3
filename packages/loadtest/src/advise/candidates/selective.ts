import { explain } from '../plan/explain.js'
import { attempt } from '../prove/attempt.js'
import { qualifiedName } from '../quote.js'
import type { RunSql } from '../run-sql.js'
import type { Candidate } from './candidate.js'
import { type Gathered, rejection } from './gather-candidates.js'

/** A partial index of more rows than this share of the table is better a whole one. */
const MOST_SHARE = 0.3

/** Leaves out partial indexes whose condition, as the planner estimates, most rows meet. */
export async function selectiveOnly(
  runSql: RunSql,
  { candidates, rejected }: Gathered,
): Promise<Gathered> {
  const shares = new Map<string, number>()
  const shareOf = async (candidate: Candidate): Promise<number> => {
    if (candidate.where === undefined) return 0
    const sql = `SELECT FROM ${qualifiedName(candidate.table)} WHERE ${candidate.where}`
    const share = shares.get(sql) ?? (await estimateShare(runSql, sql, candidate.table.rows))
    shares.set(sql, share)
    return share
  }
  const kept: Candidate[] = []
  const others = [...rejected]
  for (const one of candidates) {
    const share = await shareOf(one)
    if (share <= MOST_SHARE) kept.push(one)
    else
      others.push(
        rejection(one, 'little', `${Math.round(share * 100)} % of the rows meet the condition`),
      )
  }
  return { candidates: kept, rejected: others }
}

/** What cannot be planned is left to the trial, which tells why. */
async function estimateShare(runSql: RunSql, sql: string, rows: number): Promise<number> {
  const planned = await attempt(runSql, () => explain(runSql, { sql, hasParameters: false }))
  return planned.done ? planned.value.root.rows / Math.max(rows, 1) : 0
}
