import { createHash } from 'node:crypto'
import { type Candidate, definitionOf } from './candidate.js'

/** Postgres cuts longer names off, and IF NOT EXISTS would then find another index. */
const MOST_BYTES = 63

/**
 * A name as Postgres itself would give, free in the schema, and the same whenever the index is: a hash
 * of the definition stands where the name would be too long or is taken.
 */
export function indexName(candidate: Candidate, taken: ReadonlySet<string>): string {
  const parts = candidate.keys.map(({ sql, column }) => column ?? wordsOf(sql))
  const kinds = [
    ...(candidate.include.length > 0 ? ['incl'] : []),
    ...(candidate.where === undefined ? [] : ['part']),
  ]
  const name = [candidate.table.name, ...parts, ...kinds, 'idx'].join('_')
  if (bytesOf(name) <= MOST_BYTES && !taken.has(name)) return name
  for (let salt = 0; ; salt++) {
    const end = `_${hashOf(`${definitionOf(candidate)} ${salt || ''}`)}_idx`
    const start = cut(name.replace(/_idx$/, ''), MOST_BYTES - bytesOf(end))
    const hashed = `${start.replace(/_+$/, '')}${end}`
    if (!taken.has(hashed)) return hashed
  }
}

/** `lower(email)` → `lower_email`. */
function wordsOf(sql: string): string {
  return (sql.match(/[\p{L}\p{N}]+/gu) ?? ['expr']).join('_').toLowerCase()
}

/** The longest beginning of whole characters within so many bytes. */
function cut(text: string, bytes: number): string {
  let result = ''
  for (const character of text) {
    if (bytesOf(result + character) > bytes) break
    result += character
  }
  return result
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6)
}
