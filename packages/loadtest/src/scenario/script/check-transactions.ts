import { error, type Report } from '../findings.js'
import type { ScriptPart } from '../sql/split-statements.js'
import type { SqlText } from '../sql/sql-text.js'
import type { SqlToken } from '../sql/sql-tokens.js'

/** A transaction that a script leaves open would be the next arrival's, on the same connection. */
export function checkTransactions(
  parts: readonly ScriptPart[],
  source: SqlText,
  report: Report,
): void {
  let opened: SqlToken | undefined
  for (const part of parts) {
    const [first] = part.kind === 'sql' ? part.tokens : []
    if (part.kind !== 'sql' || !first) continue
    const words = part.tokens.slice(0, 3).map(({ text }) => text.toUpperCase())
    if (words[0] === 'BEGIN' || (words[0] === 'START' && words[1] === 'TRANSACTION')) opened = first
    else if (ends(words)) opened = undefined
  }
  if (!opened) return
  const hint = 'Write COMMIT; at its end.'
  report(
    error('LT020', 'the transaction has no end', source.place(opened.start, opened.end), { hint }),
  )
}

function ends(words: readonly string[]): boolean {
  if (words[0] === 'ROLLBACK') return words[1] !== 'TO' && words[2] !== 'TO'
  return words[0] === 'COMMIT' || words[0] === 'END' || words[0] === 'ABORT'
}
