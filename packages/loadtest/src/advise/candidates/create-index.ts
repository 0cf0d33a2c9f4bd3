import { qualifiedName, quoteName } from '../quote.js'
import { type Candidate, definitionOf } from './candidate.js'

/**
 * The statement that makes an index beside running writes. Postgres knows no CONCURRENTLY for a
 * partitioned table as a whole: that one locks writes, and says so by its lack of the word.
 */
export function createIndexSql(candidate: Candidate, name: string): string {
  const { table } = candidate
  const concurrently = table.kind === 'p' ? '' : 'CONCURRENTLY '
  return `CREATE INDEX ${concurrently}IF NOT EXISTS ${quoteName(name)} ON ${qualifiedName(table)} ${definitionOf(candidate)}`
}

/** The same within a transaction, or for HypoPG. */
export function trialIndexSql(candidate: Candidate, name?: string): string {
  const named = name === undefined ? '' : `${quoteName(name)} `
  return `CREATE INDEX ${named}ON ${qualifiedName(candidate.table)} ${definitionOf(candidate)}`
}
