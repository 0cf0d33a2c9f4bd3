import { nearest } from '@lakebase/config'
import { error, type Report, warning } from '../findings.js'
import type { SqlText } from '../sql/sql-text.js'
import type { SqlToken } from '../sql/sql-tokens.js'

/** What the names in a statement mean. */
export interface Names {
  /** The slot of a name; undefined for one that nobody declared. */
  readonly slotOf: (name: string) => number | undefined
  readonly known: () => readonly string[]
}

export interface BoundSql {
  /** From the first token to the last, with `$1`, `$2`, … in place of the names. */
  readonly sql: string
  /** The slot of `$n`. */
  readonly parameters: readonly number[]
}

/** Puts `$n` in place of `:name`; the same name is the same `$n`, as one value is meant. */
export function bindStatement(
  tokens: readonly SqlToken[],
  source: SqlText,
  names: Names,
  report: Report,
): BoundSql {
  const parameters: number[] = []
  const pieces: string[] = []
  let at = tokens[0]?.start ?? 0
  for (const [index, token] of tokens.entries()) {
    checkToken(token, source, names, report)
    if (token.kind !== 'parameter') continue
    const slot = names.slotOf(token.text)
    if (slot === undefined && token.maybeSlice) continue
    if (slot === undefined || isGlued(token, tokens[index - 1])) {
      report(slot === undefined ? undeclared(token, source, names) : glued(token, source))
      continue
    }
    if (!parameters.includes(slot)) parameters.push(slot)
    pieces.push(source.text.slice(at, token.start), `$${parameters.indexOf(slot) + 1}`)
    at = token.end
  }
  pieces.push(source.text.slice(at, tokens.at(-1)?.end))
  return { sql: pieces.join(''), parameters }
}

function checkToken(token: SqlToken, source: SqlText, names: Names, report: Report): void {
  const place = source.place(token.start, token.end)
  if (token.kind === 'positional') {
    const hint = 'Name it: write :name here, and declare the name under parameters.'
    report(
      error('LT014', `${token.text} has no name that a value could be drawn for`, place, { hint }),
    )
  }
  if (token.kind !== 'string') return
  for (const [found, name = ''] of token.text.matchAll(/(?<!:):([A-Za-z_]\w*)/g)) {
    if (names.known().includes(name)) report(inString(found, place))
  }
}

function inString(found: string, place: Parameters<typeof warning>[2]) {
  return warning('LT014', `${found} stands in a string, where it is text and no parameter`, place, {
    hint: `Take the quotes off, or put it together: 'a' || ${found}.`,
  })
}

function undeclared(token: SqlToken, source: SqlText, names: Names) {
  const known = names.known()
  const suggestion = nearest(token.text, known)
  return error('LT003', `:${token.text} is not declared`, source.place(token.start, token.end), {
    hint: `Say under parameters how it is drawn, such as ${token.text}: { uniform: [1, 1000] }.`,
    ...(suggestion === undefined ? {} : { suggestion: `:${suggestion}` }),
    ...(known.length > 0 ? { expected: known.map((name) => `:${name}`).join(', ') } : {}),
  })
}

/** A number or name right before the colon: what comes out would be another name. */
function isGlued(token: SqlToken, before: SqlToken | undefined): boolean {
  return before?.end === token.start && before.kind !== 'symbol' && before.kind !== 'string'
}

function glued(token: SqlToken, source: SqlText) {
  const hint = 'A parameter is a value. For tables by number, write a query for each.'
  const message = `:${token.text} is part of a name, which no parameter can be`
  return error('LT014', message, source.place(token.start, token.end), { hint })
}
