import type { Span } from '../source/span.js'

/** A word, a name in double quotes or a sign of PostgreSQL's DDL. */
export interface PostgresToken extends Span {
  /** A word in small letters, a quoted name without its quotes, a sign as it is. */
  readonly text: string
  readonly kind: 'quoted name' | 'sign' | 'word'
}

/** @param from added to every place */
export function postgresTokens(text: string, from: number): readonly PostgresToken[] {
  return [...text.matchAll(/"((?:[^"]|"")*)"|([\p{L}_\d][\p{L}\p{N}_$]*)|\S/gu)].map((match) => {
    const [all, quoted, word] = match
    const place = { start: from + match.index, end: from + match.index + all.length }
    if (quoted !== undefined) {
      return { kind: 'quoted name', text: quoted.replaceAll('""', '"'), ...place }
    }
    if (word !== undefined) return { kind: 'word', text: word.toLowerCase(), ...place }
    return { kind: 'sign', text: all, ...place }
  })
}

const OPAQUE =
  /^[ \t]*copy\b[^;]*\bfrom\s+stdin\b[^;]*;[\s\S]*?^\\\.$|--[^\n\r]*|\/\*[\s\S]*?\*\/|\be'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"/gim

/**
 * The same text, as long as it was, with blanks in place of comments, of what stands in strings, and of
 * the rows of a dump: what is left are words and signs.
 */
export function blankOpaque(text: string): string {
  return text.replaceAll(OPAQUE, (part) =>
    part.startsWith('"') ? part : part.replaceAll(/[^\n\r]/g, ' '),
  )
}
