import type { Span } from '../../source/span.js'
import { isTree, kindOf, list, number, type Tree } from './tree.js'

/** One statement as PostgreSQL 17 reads it; its place is without the semicolon. */
export interface PostgresStatement extends Span {
  /** `SelectStmt`, `InsertStmt`, … */
  readonly kind: string
  readonly tree: Tree
  readonly text: string
}

/** Text that PostgreSQL's grammar does not take. */
export class GrammarError extends Error {
  override readonly name = 'GrammarError'
  /** Offset in UTF-16 units; missing where it is the end. */
  readonly position?: number

  constructor(message: string, position?: number) {
    super(message)
    if (position !== undefined) this.position = position
  }
}

/**
 * The statements of a text by the grammar of PostgreSQL 17 itself. The first call loads it (2 MB of
 * WebAssembly).
 *
 * @throws GrammarError
 */
export async function parsePostgres(text: string): Promise<readonly PostgresStatement[]> {
  if (text.trim() === '') return []
  const { parse } = await import('@libpg-query/parser')
  const places = placesOf(text)
  const result: unknown = await parse(text).catch((error: unknown) => {
    throw grammarError(error, text)
  })
  const statements = isTree(result) ? list(result, 'stmts') : []
  return statements.map((statement) => {
    const from = number(statement, 'stmt_location')
    const length = number(statement, 'stmt_len')
    const whole = text.slice(places(from), length === 0 ? text.length : places(from + length))
    const start = places(from) + (whole.length - withoutBlank(whole).length)
    const [kind, tree] = kindOf(isTree(statement.stmt) ? statement.stmt : {})
    const own = withoutBlank(whole).trimEnd()
    return { kind, tree, text: own, start, end: start + own.length }
  })
}

/** Comments before a statement are no part of it. */
function withoutBlank(text: string): string {
  return text.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/|;)+/, '')
}

/** libpg_query counts bytes of UTF-8, we count UTF-16 units. */
function placesOf(text: string): (bytes: number) => number {
  const isAscii = /^\p{ASCII}*$/u.test(text)
  if (isAscii) return (bytes) => bytes
  const encoded = new TextEncoder().encode(text)
  const decoder = new TextDecoder()
  return (bytes) => decoder.decode(encoded.subarray(0, bytes)).length
}

function grammarError(error: unknown, text: string): unknown {
  if (!(error instanceof Error)) return error
  const details = 'sqlDetails' in error && isTree(error.sqlDetails) ? error.sqlDetails : undefined
  if (!details) return error
  const at = number(details, 'cursorPosition')
  // Postgres counts the characters of the place; those beyond the BMP are two units of ours.
  const position = Array.from(text).slice(0, at).join('').length
  return new GrammarError(error.message, position)
}
