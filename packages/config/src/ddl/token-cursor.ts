import type { SqlToken } from '../sql/sql-tokens.js'

/** Reads the tokens of one statement from left to right. */
export interface TokenCursor {
  readonly peek: (ahead?: number) => SqlToken | undefined
  readonly next: () => SqlToken | undefined
  /** Takes the next words if they are these, in any letter case. */
  readonly takeWords: (...words: readonly string[]) => boolean
  readonly takeSymbol: (symbol: string) => boolean
}

export function tokenCursor(tokens: readonly SqlToken[]): TokenCursor {
  let at = 0
  const peek = (ahead = 0) => tokens[at + ahead]
  return {
    peek,
    next: () => tokens[at++],
    takeWords: (...words) => {
      const found = words.every((word, index) => isWord(peek(index), word))
      if (found) at += words.length
      return found
    },
    takeSymbol: (symbol) => {
      const token = peek()
      const found = token?.kind === 'symbol' && token.text === symbol
      if (found) at += 1
      return found
    },
  }
}

export function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toUpperCase() === word
}

/** `catalog.schema.table`, quoted or not, without the quotes; undefined when no name stands there. */
export function takeName(cursor: TokenCursor): readonly string[] | undefined {
  const parts: string[] = []
  do {
    const part = cursor.peek()
    if (part?.kind !== 'word' && part?.kind !== 'quoted') return undefined
    parts.push(part.text)
    cursor.next()
  } while (cursor.takeSymbol('.'))
  return parts
}

/** Names in parentheses: `(a, b TIMESERIES)` gives a and b. */
export function takeNameList(cursor: TokenCursor): readonly string[] {
  const names: string[] = []
  if (!cursor.takeSymbol('(')) return names
  do {
    const name = takeName(cursor)?.at(-1)
    if (name === undefined) return names
    names.push(name)
    while (cursor.peek() && cursor.peek()?.kind === 'word') cursor.next()
  } while (cursor.takeSymbol(','))
  cursor.takeSymbol(')')
  return names
}
