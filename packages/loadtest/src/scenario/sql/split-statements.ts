import type { SqlToken } from './sql-tokens.js'

/** Tokens between two semicolons, or a meta command. */
export type ScriptPart =
  | { readonly kind: 'sql'; readonly tokens: readonly SqlToken[] }
  | { readonly kind: 'meta'; readonly token: SqlToken }

/**
 * Cuts a script at its semicolons, but for those in parentheses (rules) and in function bodies that are
 * written as SQL (`BEGIN ATOMIC … END`). A meta command ends the statement before it, as in pgbench. Comments are left out.
 */
export function splitScript(tokens: readonly SqlToken[]): readonly ScriptPart[] {
  const parts: ScriptPart[] = []
  let current: SqlToken[] = []
  const finish = () => {
    if (current.length > 0) parts.push({ kind: 'sql', tokens: current })
    current = []
  }
  let parentheses = 0
  let bodies = 0
  for (const token of tokens) {
    if (token.kind === 'comment') continue
    if (token.kind === 'meta') {
      finish()
      parts.push({ kind: 'meta', token })
      continue
    }
    const outside = parentheses === 0 && bodies === 0
    if (token.text === ';' && token.kind === 'symbol' && outside) {
      finish()
      continue
    }
    parentheses = Math.max(0, parentheses + depthOf(token))
    bodies = Math.max(0, bodies + bodyDepth(token, current, bodies))
    current.push(token)
  }
  finish()
  return parts
}

function depthOf({ kind, text }: SqlToken): number {
  if (kind !== 'symbol') return 0
  if (text === '(') return 1
  return text === ')' ? -1 : 0
}

/** Only in CREATE FUNCTION and PROCEDURE: elsewhere BEGIN and END are statements of their own. */
function bodyDepth(token: SqlToken, statement: readonly SqlToken[], depth: number): number {
  if (token.kind !== 'word' || !makesRoutine(statement)) return 0
  const word = token.text.toUpperCase()
  if (word === 'BEGIN' || (word === 'CASE' && depth > 0)) return 1
  return word === 'END' ? -1 : 0
}

function makesRoutine(statement: readonly SqlToken[]): boolean {
  const words = statement.slice(0, 4).map(({ text }) => text.toUpperCase())
  const kind = words[1] === 'OR' ? words[3] : words[1]
  return words[0] === 'CREATE' && (kind === 'FUNCTION' || kind === 'PROCEDURE')
}
