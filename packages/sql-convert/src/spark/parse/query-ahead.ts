import type { Cursor } from './cursor.js'

export const QUERY_WORDS = new Set(['FROM', 'SELECT', 'TABLE', 'VALUES', 'WITH'])

/** Whether a query stands behind the parenthesis here, or behind several. */
export function isQueryAhead(cursor: Cursor): boolean {
  let ahead = 0
  while (cursor.atSymbol('(', ahead)) ahead++
  const token = cursor.peek(ahead)
  if (!QUERY_WORDS.has(token.upper)) return false
  // VALUES and TABLE may be names, and functions of no meaning here: values(1).
  if (token.upper !== 'VALUES' && token.upper !== 'TABLE') return ahead > 0
  const next = cursor.peek(ahead + 1)
  return ahead > 0 && next.kind !== 'symbol' && next.kind !== 'end'
    ? true
    : cursor.atSymbol('(', ahead + 1)
}
