import type { TableUse } from '../uses/table-use.js'
import { btreeKeys } from './btree-keys.js'
import { type Candidate, type IndexKey, identityOf } from './candidate.js'
import { ginCandidates } from './gin-candidates.js'
import { includeOf } from './include-of.js'
import { partialOf } from './partial-of.js'

/** How often each key stands in a condition of the workload, by table and text. */
export type KeyWeights = (use: TableUse, sql: string) => number

/** A B-tree takes 32 columns; more than these rarely pay. */
const MOST_KEYS = 5

/**
 * Indexes that might serve one appearance of a table: more than will be proposed, since plans decide.
 *
 * @param hasTrigrams pg_trgm is installed
 */
export function candidatesOf(
  use: TableUse,
  weightOf: KeyWeights,
  hasTrigrams: boolean,
): readonly Candidate[] {
  if (!/^[rpm]$/.test(use.table.kind)) return []
  const found = new Map<string, Candidate>()
  const add = (candidate: Candidate | undefined) => {
    if (candidate) found.set(identityOf(candidate), candidate)
  }
  const branches = [
    use.conditions,
    ...use.arms,
    ...use.arms.map((arm) => [...use.conditions, ...arm]),
  ]
  for (const conditions of branches) {
    const branch = { ...use, conditions: [...conditions] }
    for (const keys of btreeKeys(branch, weightOf)) {
      const candidate = btree(use, keys)
      add(candidate)
      add(includeOf(use, candidate))
      const partial = partialOf(branch, keys)
      add(partial)
      add(partial && includeOf(use, partial))
    }
    for (const candidate of ginCandidates(branch, hasTrigrams)) add(candidate)
  }
  return [...found.values()]
}

function btree({ table }: TableUse, keys: readonly [IndexKey, ...IndexKey[]]): Candidate {
  const [first, ...rest] = keys
  return { table, method: 'btree', keys: [first, ...rest.slice(0, MOST_KEYS - 1)], include: [] }
}
