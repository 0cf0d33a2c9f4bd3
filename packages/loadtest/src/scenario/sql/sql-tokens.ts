import { bracketKind, colonMeaning } from './colons.js'

/** A piece of SQL, or of a script around it. White space is left out. */
export interface SqlToken {
  readonly kind: SqlTokenKind
  /** As it stands; of a parameter the name alone. */
  readonly text: string
  /** Offsets in the text; `end` is exclusive. */
  readonly start: number
  readonly end: number
  /** A string, comment or quoted name that has no end. */
  readonly open?: true
  /** A parameter within brackets, where it may as well be the end of an array's slice: `a[:n]`. */
  readonly maybeSlice?: true
}

type SqlTokenKind =
  | 'comment'
  | 'word'
  | 'quoted'
  | 'string'
  | 'number'
  /** `:name` */
  | 'parameter'
  /** `$1` */
  | 'positional'
  /** `\set …` to the end of the line */
  | 'meta'
  | 'symbol'

const SPACE = /\s+/y
/** The first that fits wins; what is open ends with the text. PostgreSQL 17, "Lexical Structure". */
const PATTERNS = [
  ['comment', /--[^\n\r]*/y],
  ['string', /\$((?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?)\$[\s\S]*?(?:\$\1\$|$(?![\s\S]))/y],
  ['positional', /\$\d+/y],
  ['string', /[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$(?![\s\S]))/y],
  ['string', /'(?:[^']|'')*(?:'|$(?![\s\S]))/y],
  ['quoted', /"(?:[^"]|"")*(?:"|$(?![\s\S]))/y],
  ['symbol', /::|:=/y],
  ['parameter', /:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*/y],
  ['number', /(?:\d[\d_]*(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ['meta', /\\(?:\\\r?\n|[^\n\r])*/y],
  ['symbol', /[\s\S]/y],
] as const

/**
 * Cuts SQL into tokens as PostgreSQL does, in one pass: dollar quotes, nested comments, casts, slices.
 * Broken SQL gives tokens as well. A `:name` counts as a parameter where a value may stand.
 */
export function sqlTokens(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = []
  const brackets: ('array' | 'subscript')[] = []
  let before: SqlToken | undefined
  for (let at = skipSpace(sql, 0); at < sql.length; at = skipSpace(sql, at)) {
    const found = blockComment(sql, at) ?? nextToken(sql, at)
    const meaning = colonMeaning(found, before, brackets)
    const token = meaning === 'slice' ? sliceColon(found) : named(found, meaning === 'either')
    if (token.text === '[') brackets.push(bracketKind(before, brackets))
    if (token.text === ']') brackets.pop()
    tokens.push(token)
    if (token.kind !== 'comment') before = token
    at = token.end
  }
  return tokens
}

function skipSpace(sql: string, at: number): number {
  SPACE.lastIndex = at
  return at + (SPACE.exec(sql)?.[0].length ?? 0)
}

function nextToken(sql: string, start: number): SqlToken {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start
    const text = pattern.exec(sql)?.[0]
    if (!text) continue
    const token = { kind, text, start, end: start + text.length }
    return isOpen(kind, text) ? { ...token, open: true } : token
  }
  return { kind: 'symbol', text: sql.charAt(start), start, end: start + 1 }
}

function isOpen(kind: SqlTokenKind, text: string): boolean {
  if (kind === 'quoted') return text.length < 2 || !text.endsWith('"')
  if (kind !== 'string') return false
  const tag = /^\$\w*\$/.exec(text)?.[0]
  if (text.startsWith('$'))
    return tag === undefined || text.length < 2 * tag.length || !text.endsWith(tag)
  return !/^[eE]?'(?:[^'\\]|\\[\s\S]|'')*'$/.test(text) && !/^'(?:[^']|'')*'$/.test(text)
}

/** Block comments nest. */
function blockComment(sql: string, start: number): SqlToken | undefined {
  if (!sql.startsWith('/*', start)) return undefined
  const edge = /\/\*|\*\//g
  edge.lastIndex = start
  let depth = 0
  for (let match = edge.exec(sql); match; match = edge.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1
    const end = edge.lastIndex
    if (depth === 0) return { kind: 'comment', text: sql.slice(start, end), start, end }
  }
  return { kind: 'comment', text: sql.slice(start), start, end: sql.length, open: true }
}

/** Only the colon: the name behind it is a column. */
function sliceColon({ start }: SqlToken): SqlToken {
  return { kind: 'symbol', text: ':', start, end: start + 1 }
}

function named(token: SqlToken, maybeSlice: boolean): SqlToken {
  if (token.kind !== 'parameter') return token
  const name = { ...token, text: token.text.slice(1) }
  return maybeSlice ? { ...name, maybeSlice: true } : name
}
