import { LexError } from './lex-error.js'

const BLANK = /[\s\u00A0\uFEFF]*/uy
const SPACE = 32
/** Behind it stand digits, letters and symbols that begin no comment; blanks of others far behind. */
const SLASH = 47
const FIRST_FOREIGN = 128
const LINE_END = /\r?\n|$/g

/** The place of the next token, behind white space, `-- …` and nested block comments. Hints are comments here. */
export function skipBlank(text: string, from: number): number {
  let at = from
  for (;;) {
    // Most tokens have one space before them, or none.
    if (text.charCodeAt(at) === SPACE) at++
    if (text.charCodeAt(at) > SLASH && text.charCodeAt(at) < FIRST_FOREIGN) return at
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
