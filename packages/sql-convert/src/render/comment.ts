import type { Span } from '../source/span.js'
import { lex } from '../spark/lex/lex.js'
import { endOfComment } from '../spark/lex/skip-blank.js'

/** A comment of the source. */
export interface Comment extends Span {
  readonly text: string
  /** Line breaks between it and what stands before it. */
  readonly breaks: number
}

/** The comments of a stretch that holds no tokens but semicolons. */
export function commentsBetween(text: string, from: number, to: number): readonly Comment[] {
  const comments: Comment[] = []
  let breaks = 0
  for (let at = from; at < to; at++) {
    const end = endOfComment(text, at)
    if (end !== undefined) {
      comments.push({ text: text.slice(at, end), breaks, start: at, end })
      breaks = 0
      at = end - 1
    } else if (text.charAt(at) === '\n') breaks++
  }
  return comments
}

/** The comments within a statement, in order. */
export function commentsWithin(text: string, { start, end }: Span): readonly Comment[] {
  const code = text.slice(start, end)
  if (!code.includes('--') && !code.includes('/*')) return []
  const tokens = lex(text, start, end)
  return tokens.flatMap((token, place) =>
    commentsBetween(text, tokens[place - 1]?.end ?? start, token.start),
  )
}

/** Line breaks from the last comment of a stretch, or its beginning, to its end. */
export function breaksAfter(text: string, from: number, to: number): number {
  return text.slice(from, to).split('\n').length - 1
}

/**
 * The lines of a comment as PostgreSQL reads it: there a backslash does not take the next line along,
 * and a carriage return ends a line. What was a hint is one no more.
 */
export function commentLines({ text }: Comment): readonly string[] {
  if (text.startsWith('/*+')) return [`/* hint: ${text.slice(3).trimStart()}`]
  if (text.startsWith('/*')) return [text]
  const [first = '', ...more] = linesOf(text)
  return [first, ...more.map((line) => `-- ${line.trimStart()}`)].map((line) => line.trimEnd())
}

/** Text as line comments, whatever it holds. */
export function asComment(text: string, indent = ''): readonly string[] {
  return linesOf(text).map((line) => `-- ${indent}${line}`.trimEnd())
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/)
}
