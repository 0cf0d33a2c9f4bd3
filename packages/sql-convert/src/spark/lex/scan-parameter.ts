import type { ParameterStyle, ParameterToken, Token } from './token.js'

const STYLES: readonly (readonly [ParameterStyle, RegExp])[] = [
  ['dollar brace', /\$\{([^}\n]*)\}/y],
  ['double brace', /\{\{([^}\n]*)\}\}/y],
  ['percent name', /%\((\w+)\)s/y],
  ['percent', /%s(?!\w)()/y],
  ['dollar number', /\$(\d+)/y],
  ['question', /\?()/y],
  ['colon', /:([\p{L}_][\p{L}\p{N}_]*)/uy],
]

/**
 * A parameter in any of the styles in use. `:name` behind a value is the path into JSON instead, and
 * `%s` behind one the remainder by a column named s.
 */
export function scanParameter(
  text: string,
  at: number,
  before: Token | undefined,
): ParameterToken | undefined {
  const first = text.charAt(at)
  if (first !== '$' && first !== '{' && first !== '%' && first !== '?' && first !== ':') return
  for (const [style, pattern] of STYLES) {
    if ((style === 'colon' || style === 'percent') && isValue(before)) continue
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) {
      const [all, name = ''] = match
      return {
        kind: 'parameter',
        text: name.trim(),
        upper: '',
        start: at,
        end: at + all.length,
        style,
      }
    }
  }
  return undefined
}

/** Words after which an expression begins, so that they are no value. */
const BEFORE_A_VALUE = new Set(
  'AND BETWEEN BY CASE DISTINCT ELSE FROM HAVING ILIKE IN LIKE LIMIT NOT OFFSET ON OR REGEXP RLIKE SELECT SET THEN USING VALUES WHEN WHERE'.split(
    ' ',
  ),
)

function isValue(token: Token | undefined): boolean {
  if (token === undefined) return false
  if (token.kind === 'symbol') return token.text === ')' || token.text === ']'
  return token.kind === 'word' ? !BEFORE_A_VALUE.has(token.upper) : token.kind !== 'end'
}
