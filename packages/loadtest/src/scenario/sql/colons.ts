import type { SqlToken } from './sql-tokens.js'

/** Words that a value follows, so that a colon behind them begins a parameter. */
const BEFORE_VALUE: ReadonlySet<string> = new Set(
  'AND ANY ALL ARRAY AS BETWEEN CASE ELSE FROM IN IS LIKE ILIKE LIMIT NOT OFFSET ON OR SELECT THEN WHEN WHERE'.split(
    ' ',
  ),
)

/**
 * What `:name` is: a parameter; a slice's colon with a column behind it, as in `a[1:n]`; or either of the two
 * as in `a[:n]`, which only who knows the parameters can tell.
 */
export function colonMeaning(
  token: SqlToken,
  before: SqlToken | undefined,
  brackets: readonly ('array' | 'subscript')[],
): 'parameter' | 'slice' | 'either' {
  if (token.kind !== 'parameter' || brackets.at(-1) !== 'subscript') return 'parameter'
  if (before && endsValue(before)) return 'slice'
  return before?.text === '[' ? 'either' : 'parameter'
}

/** `ARRAY[…]`, also the brackets within it, makes a list; behind a value they take an element. */
export function bracketKind(
  before: SqlToken | undefined,
  brackets: readonly ('array' | 'subscript')[],
): 'array' | 'subscript' {
  if (before?.kind === 'word' && before.text.toUpperCase() === 'ARRAY') return 'array'
  const within = brackets.at(-1) === 'array' && (before?.text === '[' || before?.text === ',')
  return within ? 'array' : 'subscript'
}

function endsValue({ kind, text }: SqlToken): boolean {
  if (kind === 'symbol') return text === ')' || text === ']'
  return kind !== 'word' || !BEFORE_VALUE.has(text.toUpperCase())
}
