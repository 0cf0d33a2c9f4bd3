import type { Span } from '../../source/span.js'
import type { Statement } from '../ast/statement.js'
import { lex } from '../lex/lex.js'
import { LexError } from '../lex/lex-error.js'
import { plainToken, type Token } from '../lex/token.js'
import { ParseError } from './parse-error.js'
import { Parser } from './parser.js'
import { parseStatement } from './statement/statement.js'

/** A statement of a script, or why it is none; its place does not include the semicolon. */
export type ScriptPart = Span &
  ({ readonly statement: Statement } | { readonly error: LexError | ParseError })

/**
 * Reads a script, each statement on its own: one that cannot be read does not spoil the others.
 *
 * @example
 * parseSparkScript('SELECT 1; SELEC 2; SELECT 3').map((part) => 'statement' in part) // [true, false, true]
 */
export function parseSparkScript(text: string): readonly ScriptPart[] {
  try {
    return statements(lex(text)).map(readPart)
  } catch (error) {
    if (!(error instanceof LexError)) throw error
    const before = parseSparkScript(text.slice(0, startOfStatement(text, error.span.start)))
    const start = before.at(-1)?.end ?? 0
    return [...before, { error, start, end: text.length }]
  }
}

/** What cannot be lexed begins with the statement it stands in; all before it is read. */
function startOfStatement(text: string, at: number): number {
  return Math.max(0, text.lastIndexOf(';', at - 1) + 1)
}

/** The tokens of each statement, with an `end` in the place of its semicolon. */
function statements(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: (readonly Token[])[] = []
  let part: Token[] = []
  for (const token of tokens) {
    if (token.kind !== 'end' && (token.kind !== 'symbol' || token.text !== ';')) part.push(token)
    else if (part.length > 0) {
      const end = part.at(-1)?.end ?? token.start
      part.push(plainToken('end', '', end, end))
      parts.push(part)
      part = []
    }
  }
  return parts
}

function readPart(tokens: readonly Token[]): ScriptPart {
  const start = tokens[0]?.start ?? 0
  const end = tokens.at(-1)?.end ?? start
  const parser = new Parser(tokens)
  try {
    const statement = parseStatement(parser)
    if (parser.cursor.peek().kind !== 'end') parser.cursor.fail('the end')
    return { statement, start, end }
  } catch (error) {
    if (error instanceof ParseError) return { error, start, end }
    throw error
  }
}
