import type { AdviceFinding } from '../../advice.js'
import type { HintInput } from './hint-input.js'

/** Text looked for in the middle of a column needs trigrams. */
export function innerPatterns({ prepared, catalog }: HintInput): readonly AdviceFinding[] {
  if (catalog.server.extensions.includes('pg_trgm')) return []
  const keys = prepared.uses.flatMap(({ table, conditions }) =>
    conditions.flatMap((one) => (one.kind === 'pattern' ? `${one.key.sql} of ${table.name}` : [])),
  )
  return [...new Set(keys)].map((key) => ({
    ruleId: 'LT241',
    level: 'note',
    message: `no B-tree serves a pattern that begins with a wildcard, ILIKE or a regular expression: ${key}`,
    hint: 'CREATE EXTENSION pg_trgm, and advise will try a trigram index',
  }))
}

/** What the statement names and the database does not have, or has as a kind without indexes. */
export function unknownTables({ prepared }: HintInput): readonly AdviceFinding[] {
  return prepared.unknownTables
    .filter((name) => !/^(?:pg_catalog|information_schema)\.|^pg_/.test(name))
    .map((name) => ({
      ruleId: 'LT242',
      level: 'note',
      message: `${name} is no table or view that indexes could be found for`,
    }))
}
