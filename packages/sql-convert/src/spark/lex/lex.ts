import { isDigit } from './character.js'
import { LexError } from './lex-error.js'
import { scanFraction, scanNumber } from './scan-number.js'
import { scanParameter } from './scan-parameter.js'
import { scanQuoted } from './scan-quoted.js'
import { scanSymbol } from './scan-symbol.js'
import { scanWord } from './scan-word.js'
import { skipBlank } from './skip-blank.js'
import { plainToken, type Token } from './token.js'

const SINGLE_QUOTE = 0x27
const DOUBLE_QUOTE = 0x22
const BACK_TICK = 0x60
const POINT = 0x2e

/**
 * The tokens of a text, an `end` last.
 *
 * @throws LexError
 */
export function lex(text: string, from = 0, to = text.length): readonly Token[] {
  const tokens: Token[] = []
  let before: Token | undefined
  let at = skipBlank(text, from)
  while (at < to) {
    before = nextToken(text, at, before)
    tokens.push(before)
    at = skipBlank(text, before.end)
  }
  tokens.push(plainToken('end', '', to, to))
  return tokens
}

function nextToken(text: string, at: number, before: Token | undefined): Token {
  const first = text.charCodeAt(at)
  const second = text.charCodeAt(at + 1)
  if (isQuote(first) || first === BACK_TICK) return scanQuoted(text, at)
  if (isDigit(first)) return scanNumber(text, at)
  return (
    (first === POINT && isDigit(second) ? scanFraction(text, at) : undefined) ??
    (isQuote(second) ? scanPrefixed(text, at) : undefined) ??
    scanWord(text, at) ??
    scanParameter(text, at, before) ??
    scanSymbol(text, at) ??
    failed(text, at)
  )
}

function isQuote(code: number): boolean {
  return code === SINGLE_QUOTE || code === DOUBLE_QUOTE
}

/** `r'…'` and `X'…'`, where no blank is between. */
function scanPrefixed(text: string, at: number): Token | undefined {
  const prefix = text.charAt(at).toLowerCase()
  if (prefix === 'r') return scanQuoted(text, at + 1, at)
  if (prefix !== 'x') return undefined
  const string = scanQuoted(text, at + 1)
  return plainToken('binary', string.text, at, string.end)
}

function failed(text: string, at: number): never {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  throw new LexError(`"${character}" has no meaning here`, {
    start: at,
    end: at + character.length,
  })
}
