import { PATTERN_LETTERS, type PatternLetters } from './letters.js'

/** A pattern of Spark (Java's DateTimeFormatter) in its parts. */
export type PatternPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'letters'; readonly letters: string; readonly known?: PatternLetters }
  | { readonly kind: 'optional'; readonly parts: readonly PatternPart[] }

const KNOWN = new Map(PATTERN_LETTERS.map((one) => [one.letters, one]))
const TOKEN = /'(?:[^']|'')*'|([A-Za-z])\1*|[[\]]|[\s\S]/g

/** Undefined where quotes or brackets are not closed. */
export function readPattern(pattern: string): readonly PatternPart[] | undefined {
  const open: PatternPart[][] = [[]]
  for (const [token] of pattern.matchAll(TOKEN)) {
    if (token === '[') {
      open.push([])
    } else if (token === ']') {
      const parts = open.pop()
      const outer = open.at(-1)
      if (!parts || !outer) return undefined
      outer.push({ kind: 'optional', parts })
    } else {
      const part = readToken(token)
      if (!part) return undefined
      open.at(-1)?.push(part)
    }
  }
  return open.length === 1 ? open[0] : undefined
}

function readToken(token: string): PatternPart | undefined {
  if (token === "''") return { kind: 'literal', text: "'" }
  if (token === "'" || '{}#'.includes(token)) return undefined
  if (token.startsWith("'"))
    return { kind: 'literal', text: token.slice(1, -1).replaceAll("''", "'") }
  if (!/[A-Za-z]/.test(token)) return { kind: 'literal', text: token }
  const known = KNOWN.get(token)
  return { kind: 'letters', letters: token, ...(known && { known }) }
}
