import type { Span } from '../../../source/span.js'
import { lex } from '../../../spark/lex/lex.js'
import type { ParameterToken } from '../../../spark/lex/token.js'

export interface Parameters {
  /** The n of $n, by the place where the parameter stands. */
  readonly places: ReadonlyMap<number, number>
  /** What $1, $2, … stand for: a name, or empty for `?` and `%s`. */
  readonly names: readonly string[]
}

/**
 * The parameters of a statement: `?` and `%s` in the order of the text, names once.
 *
 * @throws LexError
 */
export function parametersIn(text: string, { start, end }: Span): Parameters {
  const places = new Map<number, number>()
  const names: string[] = []
  for (const token of lex(text, start, end)) {
    if (token.kind === 'parameter') places.set(token.start, placeOf(token, names))
  }
  return { places, names }
}

function placeOf({ style, text: name }: ParameterToken, names: string[]): number {
  if (style === 'dollar number') {
    const place = Number(name)
    while (names.length < place) names.push('')
    return place
  }
  const isNamed = style !== 'question' && style !== 'percent'
  const before = isNamed ? names.indexOf(name) : -1
  return before >= 0 ? before + 1 : names.push(name)
}
