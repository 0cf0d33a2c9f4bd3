import type { Span } from '../source/span.js'
import { lex } from '../spark/lex/lex.js'
import type { ParameterToken } from '../spark/lex/token.js'

/** The parameters of one statement. */
export interface Parameters {
  /** `$1`, `$2`, … for the one that begins here; the lowering may ask in any order, and twice. */
  readonly placeholder: (start: number) => string
  /** What each `$n` was in the source, as it is written there: `:name`, `?`, `%(name)s`. */
  readonly written: readonly string[]
}

/**
 * Numbers the parameters in the order in which they stand, because a caller that binds `?` by place
 * counts that way. A name is one parameter however often it stands; `$n` keeps its number.
 */
export function parametersOf(text: string, { start, end }: Span): Parameters {
  const numbers = new Map<number, number>()
  const written: string[] = []
  if (!/[?%:$]/.test(text.slice(start, end))) return { placeholder: () => '$0', written }
  const tokens = lex(text, start, end).filter(isValue)
  for (const token of tokens.filter(({ style }) => style === 'dollar number')) {
    const number = Number(token.text)
    while (written.length < number) written.push(`$${written.length + 1}`)
    numbers.set(token.start, number)
  }
  for (const token of tokens.filter(({ style }) => style !== 'dollar number')) {
    const own = text.slice(token.start, token.end)
    const known = token.text === '' ? -1 : written.indexOf(own)
    numbers.set(token.start, known >= 0 ? known + 1 : written.push(own))
  }
  return { placeholder: (at) => `$${numbers.get(at) ?? 0}`, written }
}

/** What a template puts in is no value, and is refused elsewhere. */
function isValue(token: { readonly kind: string }): token is ParameterToken {
  if (token.kind !== 'parameter' || !('style' in token)) return false
  return token.style !== 'dollar brace' && token.style !== 'double brace'
}
