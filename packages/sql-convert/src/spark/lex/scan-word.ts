import { isDigit, isForeign, isLetter } from './character.js'
import type { PlainToken } from './token.js'

const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy

/** A word without quotes; undefined where none begins. */
export function scanWord(text: string, at: number): PlainToken | undefined {
  const first = text.charCodeAt(at)
  if (!isLetter(first) && !isForeign(first)) return undefined
  const end = endOfWord(text, at)
  return end === at ? undefined : wordToken(text, at, end)
}

export function wordToken(text: string, start: number, end: number): PlainToken {
  const word = text.slice(start, end)
  return { kind: 'word', text: word, upper: inCapitals(word), start, end }
}

function endOfWord(text: string, at: number): number {
  let end = at
  let code = text.charCodeAt(end)
  while (isLetter(code) || isDigit(code)) code = text.charCodeAt(++end)
  if (!isForeign(code)) return end
  WORD.lastIndex = at
  return at + (WORD.exec(text)?.[0].length ?? 0)
}

/** A few words make up most of SQL: the spellings that come first are kept, keywords among them. */
const CAPITALS = new Map<string, string>()
const MOST_SPELLINGS = 2000

function inCapitals(word: string): string {
  const known = CAPITALS.get(word)
  if (known !== undefined) return known
  const upper = word.toUpperCase()
  if (CAPITALS.size < MOST_SPELLINGS) CAPITALS.set(word, upper)
  return upper
}
