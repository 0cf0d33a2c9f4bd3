import { LexError } from './lex-error.js'
import { stringValue } from './string-value.js'
import type { QuotedNameToken, StringToken } from './token.js'

/**
 * A string or a quoted name.
 *
 * @param at the quote
 * @param raw where an `r` before it stands: then a backslash is one
 */
export function scanQuoted(text: string, at: number, raw?: number): StringToken | QuotedNameToken {
  const quote = text.charAt(at)
  const close = closingQuote(text, at, quote, quote !== '`' && raw === undefined)
  const inside = text.slice(at + 1, close)
  const place = { start: raw ?? at, end: close + 1 }
  if (quote === '`') return { kind: 'quoted name', text: inside.replaceAll('``', '`'), ...place }
  const value = raw === undefined ? stringValue(inside, quote) : inside
  return { kind: 'string', value, ...place }
}

function closingQuote(text: string, open: number, quote: string, escapes: boolean): number {
  for (let at = open + 1; at < text.length; at++) {
    const character = text.charAt(at)
    if (escapes && character === '\\') at++
    else if (character === quote) {
      if (text.charAt(at + 1) !== quote) return at
      at++
    }
  }
  throw new LexError(`a ${quote} that is not closed`, { start: open, end: text.length })
}
