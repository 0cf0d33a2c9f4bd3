import type { Key, TableUse } from '../uses/table-use.js'
import type { Candidate, IndexKey } from './candidate.js'

/** An index of only those rows that the query's constant conditions let through. */
export function partialOf(use: TableUse, keys: readonly IndexKey[]): Candidate | undefined {
  const tests = use.conditions.flatMap((one) => {
    if (one.kind === 'test') return [{ test: one.test, sql: one.column }]
    return one.kind === 'equal' && one.test !== undefined && isState(use, one.key)
      ? [{ test: one.test, sql: one.key.sql }]
      : []
  })
  if (tests.length === 0) return undefined
  const fixed = new Set(tests.map(({ sql }) => sql))
  const remaining = keys.filter((key) => !fixed.has(key.column ?? key.sql) && !fixed.has(key.sql))
  const [first = primaryKey(use), ...rest] = remaining
  if (!first) return undefined
  const where = [...new Set(tests.map(({ test }) => test))].sort().join(' AND ')
  return { table: use.table, method: 'btree', keys: [first, ...rest], include: [], where }
}

/** More values than a state has, and the constant is only one of many that will be asked for. */
const MOST_STATES = 20

function isState({ table }: TableUse, { column }: Key): boolean {
  const distinct = table.columns.find(({ name }) => name === column)?.distinct ?? 0
  return distinct > 0 && distinct <= MOST_STATES
}

/** Something must be the key of an index of which only the rows matter. */
function primaryKey({ table }: TableUse): IndexKey | undefined {
  const unique = table.indexes.find(({ isUnique, predicate }) => isUnique && predicate === null)
  const [key] = unique?.keys ?? []
  if (!key || key.column === null) return undefined
  const own: Key = { sql: key.sql, column: key.column }
  return { ...own, descending: false, nullsFirst: false }
}
