export interface ExpressionToken {
  readonly kind: 'integer' | 'double' | 'variable' | 'word' | 'operator' | 'unknown' | 'end'
  /** Words in lower case; of a variable the name. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A line ends in a backslash where it goes on. */
const SPACE = /(?:\s|\\\r?\n)+/y
const PATTERNS = [
  ['double', /(?:\d+\.\d*|\.\d+)(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+/y],
  ['integer', /\d+/y],
  ['variable', /:[\w\u0080-\uffff]+/y],
  ['word', /[A-Za-z_]\w*/y],
  ['operator', /<>|!=|<=|>=|<<|>>|[-+*/%=<>&|#~(),]/y],
  ['unknown', /[\s\S]/y],
] as const

/** Cuts a pgbench expression into tokens, the last of which is the end. */
export function expressionTokens(text: string): readonly [ExpressionToken, ...ExpressionToken[]] {
  const tokens: ExpressionToken[] = []
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.end
  }
  const end = { kind: 'end', text: '', start: text.length, end: text.length } as const
  const [first = end, ...rest] = tokens
  return first === end ? [end] : [first, ...rest, end]
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at
  return at + (SPACE.exec(text)?.[0].length ?? 0)
}

function tokenAt(text: string, start: number): ExpressionToken {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start
    const found = pattern.exec(text)?.[0]
    if (found === undefined) continue
    const shown = kind === 'variable' ? found.slice(1) : found
    return {
      kind,
      text: kind === 'word' ? shown.toLowerCase() : shown,
      start,
      end: start + found.length,
    }
  }
  return { kind: 'unknown', text: text.charAt(start), start, end: start + 1 }
}
