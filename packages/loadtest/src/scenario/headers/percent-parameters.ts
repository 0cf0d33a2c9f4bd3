import type { SqlToken } from '../sql/sql-tokens.js'

/** `%s`, in the order of the text, as parameters that are named `%1`, `%2` and so on. */
export function withPercentParameters(tokens: readonly SqlToken[]): {
  readonly tokens: readonly SqlToken[]
  readonly count: number
} {
  let count = 0
  const replaced = tokens.flatMap((token, index): readonly SqlToken[] => {
    if (isPercentS(tokens, index)) {
      count += 1
      return [{ kind: 'parameter', text: `%${count}`, start: token.start, end: token.end + 1 }]
    }
    return isPercentS(tokens, index - 1) ? [] : [token]
  })
  return { tokens: replaced, count }
}

function isPercentS(tokens: readonly SqlToken[], index: number): boolean {
  const [percent, letter] = [tokens[index], tokens[index + 1]]
  if (percent?.kind !== 'symbol' || percent.text !== '%') return false
  return letter?.kind === 'word' && letter.text === 's' && letter.start === percent.end
}
