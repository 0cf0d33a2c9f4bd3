import { isForeign } from './character.js'
import { LexError } from './lex-error.js'

const BLANK = /[\s\u00A0\uFEFF]*/uy
const [TAB, CARRIAGE_RETURN, SPACE] = [0x09, 0x0d, 0x20]
const [DASH, SLASH] = [0x2d, 0x2f]
const LINE_END = /\r?\n|$/g

/** The place of the next token, behind white space, `-- …` and nested block comments. Hints are comments here. */
export function skipBlank(text: string, from: number): number {
  let at = from
  for (;;) {
    let code = text.charCodeAt(at)
    while (code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN)) code = text.charCodeAt(++at)
    // What may begin a comment, or be a blank beyond ASCII, is looked at again.
    if (code > SPACE && code !== DASH && code !== SLASH && !isForeign(code)) return at
    BLANK.lastIndex = at
    at += BLANK.exec(text)?.[0].length ?? 0
    const end = endOfComment(text, at)
    if (end === undefined) return at
    at = end
  }
}

/** The end of the comment that begins here; undefined where none does. */
export function endOfComment(text: string, at: number): number | undefined {
  if (text.startsWith('--', at)) return endOfLine(text, at)
  return text.startsWith('/*', at) ? endOfBlock(text, at) : undefined
}

/** A backslash at the end takes the next line along. Source: Spark 4.1, SqlBaseLexer.g4, SIMPLE_COMMENT. */
function endOfLine(text: string, from: number): number {
  LINE_END.lastIndex = from
  const match = LINE_END.exec(text)
  const end = match?.index ?? text.length
  if (text.charAt(end - 1) === '\\' && end < text.length) return endOfLine(text, end + 1)
  return end
}

function endOfBlock(text: string, from: number): number {
  let depth = 1
  for (let at = from + 2; at < text.length; at++) {
    if (text.startsWith('*/', at)) {
      depth--
      at++
      if (depth === 0) return at + 1
    } else if (text.startsWith('/*', at)) {
      depth++
      at++
    }
  }
  throw new LexError('a comment that is not closed', { start: from, end: text.length })
}
