import { LexError } from './lex-error.js'
import { scanNumber } from './scan-number.js'
import { scanParameter } from './scan-parameter.js'
import { scanQuoted } from './scan-quoted.js'
import { scanSymbol } from './scan-symbol.js'
import { skipBlank } from './skip-blank.js'
import type { Token } from './token.js'

/** Longest name first: what follows a letter. */
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy
const DIGIT = /[0-9]/
const QUOTES = new Set(["'", '"', '`'])

/**
 * The tokens of a text, an `end` last.
 *
 * @throws LexError
 */
export function lex(text: string, from = 0, to = text.length): readonly Token[] {
  const tokens: Token[] = []
  let at = skipBlank(text, from)
  while (at < to) {
    const token = nextToken(text, at, tokens.at(-1))
    tokens.push(token)
    at = skipBlank(text, token.end)
  }
  tokens.push({ kind: 'end', start: to, end: to })
  return tokens
}

function nextToken(text: string, at: number, before: Token | undefined): Token {
  const first = text.charAt(at)
  if (QUOTES.has(first)) return scanQuoted(text, at)
  if (DIGIT.test(first) || (first === '.' && DIGIT.test(text.charAt(at + 1)) && !isName(before))) {
    return scanNumber(text, at)
  }
  return (
    scanPrefixed(text, at) ??
    scanWord(text, at) ??
    scanParameter(text, at, before) ??
    scanSymbol(text, at) ??
    failed(text, at)
  )
}

/** `r'…'` and `X'…'`, where no blank is between. */
function scanPrefixed(text: string, at: number): Token | undefined {
  const prefix = text.charAt(at).toLowerCase()
  const quote = text.charAt(at + 1)
  if (quote !== "'" && quote !== '"') return undefined
  if (prefix === 'r') return scanQuoted(text, at + 1, at)
  if (prefix !== 'x') return undefined
  const { start, end, ...string } = scanQuoted(text, at + 1)
  if (string.kind !== 'string') return undefined
  return { kind: 'binary', hex: string.value, start: at, end }
}

function scanWord(text: string, at: number): Token | undefined {
  WORD.lastIndex = at
  const word = WORD.exec(text)?.[0]
  if (word === undefined) return undefined
  return { kind: 'word', text: word, upper: word.toUpperCase(), start: at, end: at + word.length }
}

/** After a name a point leads to a field, even before a digit. */
function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'quoted name'
}

function failed(text: string, at: number): never {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  throw new LexError(`"${character}" has no meaning here`, {
    start: at,
    end: at + character.length,
  })
}
