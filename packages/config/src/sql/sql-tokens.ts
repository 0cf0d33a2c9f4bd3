/** A piece of SQL that matters to the rules. Comments and spaces are left out. */
export interface SqlToken {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol'
  /** The name of a word, quoted word or parameter; else the text as it stands. */
  readonly text: string
  /** Offsets in the SQL; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

/**
 * Order matters: the first that fits wins. A colon is a parameter only before a name, not doubled (a
 * cast), not after a name or number and not within brackets (an array slice).
 */
const PATTERNS = [
  ['skip', /\s+|--[^\n]*/y],
  ['string', /\$([A-Za-z_]\w*)?\$[\s\S]*?(?:\$\1\$|$(?![\s\S]))/y],
  ['string', /[eE]'(?:[^'\\]|\\[\s\S]|'')*(?:'|$(?![\s\S]))/y],
  ['string', /'(?:[^']|'')*(?:'|$(?![\s\S]))/y],
  ['quoted', /"(?:[^"]|"")*(?:"|$(?![\s\S]))|`[^`]*`?/y],
  ['symbol', /::|:=/y],
  ['parameter', /:[A-Za-z_]\w*/y],
  ['number', /\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['word', /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ['symbol', /[\s\S]/y],
] as const

/** Cuts SQL into tokens in one pass. Broken SQL gives tokens as well: what is open ends with the text. */
export function sqlTokens(sql: string): readonly SqlToken[] {
  const tokens: SqlToken[] = []
  let brackets = 0
  let at = 0
  while (at < sql.length) {
    const comment = blockCommentEnd(sql, at)
    if (comment > at) {
      at = comment
      continue
    }
    const { kind, text } = nextToken(sql, at, brackets > 0)
    const start = at
    at += text.length
    if (text === '[') brackets += 1
    if (text === ']') brackets = Math.max(0, brackets - 1)
    if (kind !== 'skip') tokens.push({ kind, text: nameOf(kind, text), start, end: at })
  }
  return tokens
}

function nextToken(sql: string, at: number, inBrackets: boolean) {
  for (const [kind, pattern] of PATTERNS) {
    if (kind === 'parameter' && inBrackets) continue
    pattern.lastIndex = at
    const text = pattern.exec(sql)?.[0]
    if (text) return { kind, text }
  }
  return { kind: 'symbol', text: sql.charAt(at) } as const
}

/** Block comments nest in PostgreSQL. */
function blockCommentEnd(sql: string, start: number): number {
  if (!sql.startsWith('/*', start)) return start
  const edge = /\/\*|\*\//g
  edge.lastIndex = start
  let depth = 0
  for (let match = edge.exec(sql); match; match = edge.exec(sql)) {
    depth += match[0] === '/*' ? 1 : -1
    if (depth === 0) return edge.lastIndex
  }
  return sql.length
}

function nameOf(kind: SqlToken['kind'], text: string): string {
  if (kind === 'parameter') return text.slice(1)
  if (kind !== 'quoted') return text
  return text.slice(1, /["`]$/.test(text) && text.length > 1 ? -1 : undefined).replaceAll('""', '"')
}
