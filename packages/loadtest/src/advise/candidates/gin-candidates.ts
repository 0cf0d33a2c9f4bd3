import type { Condition, TableUse } from '../uses/table-use.js'
import type { Candidate, IndexKey } from './candidate.js'

/** What a B-tree cannot serve: what is in a jsonb, an array, a text. */
export function ginCandidates(
  { table, conditions }: TableUse,
  hasTrigrams: boolean,
): readonly Candidate[] {
  return conditions.flatMap((condition) => {
    const keys = ginKeys(condition, table, hasTrigrams)
    return keys.map((key): Candidate => ({ table, method: 'gin', keys: [key], include: [] }))
  })
}

function ginKeys(
  condition: Condition,
  { columns }: TableUse['table'],
  hasTrigrams: boolean,
): readonly IndexKey[] {
  if (condition.kind === 'pattern')
    return hasTrigrams ? [{ ...at(condition.key), opclass: 'gin_trgm_ops' }] : []
  if (condition.kind !== 'contains') return []
  const { key, operator } = condition
  const type = columns.find(({ name }) => name === key.column)?.type
  const isJson = type === 'jsonb' || (type === undefined && operator === '@>')
  // The smaller class knows containment and paths, not the question for a key.
  const isPath = isJson && (operator === '@>' || operator === '@?' || operator === '@@')
  return [at(key), ...(isPath ? [{ ...at(key), opclass: 'jsonb_path_ops' }] : [])]
}

function at({ sql, column }: { readonly sql: string; readonly column?: string }): IndexKey {
  return { sql, ...(column !== undefined && { column }), descending: false, nullsFirst: false }
}
