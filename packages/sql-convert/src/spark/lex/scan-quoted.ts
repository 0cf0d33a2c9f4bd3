import { LexError } from './lex-error.js'
import { stringValue } from './string-value.js'
import { type PlainToken, plainToken } from './token.js'

/**
 * A string or a quoted name.
 *
 * @param at the quote
 * @param raw where an `r` before it stands: then a backslash is one
 */
export function scanQuoted(text: string, at: number, raw?: number): PlainToken {
  const quote = text.charAt(at)
  const close = closingQuote(text, at, quote !== '`' && raw === undefined)
  const inside = text.slice(at + 1, close)
  const end = close + 1
  if (quote === '`') return plainToken('quoted name', inside.replaceAll('``', '`'), at, end)
  if (raw !== undefined) return plainToken('string', inside, raw, end)
  return plainToken('string', stringValue(inside, quote), at, end)
}

const BACKSLASH = 0x5c

function closingQuote(text: string, open: number, escapes: boolean): number {
  const quote = text.charCodeAt(open)
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (escapes && code === BACKSLASH) at++
    else if (code === quote) {
      if (text.charCodeAt(at + 1) !== quote) return at
      at++
    }
  }
  throw new LexError(`a ${text.charAt(open)} that is not closed`, { start: open, end: text.length })
}
