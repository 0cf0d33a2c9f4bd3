import type { Argument } from '../ast/expression.js'

const FUNCTIONS = new Set([
  'date_add',
  'date_diff',
  'dateadd',
  'datediff',
  'timediff',
  'timestampadd',
  'timestampdiff',
])

const UNITS = new Set(
  'day dayofyear hour microsecond millisecond minute month quarter second week year'.split(' '),
)

/** In `dateadd(DAY, 1, d)` the first argument is a word of the language; it is given as a literal. */
export function withUnitWord(
  name: readonly string[],
  values: readonly Argument[],
): readonly Argument[] {
  const [first, ...rest] = values
  const isOne = name.length === 1 && FUNCTIONS.has((name[0] ?? '').toLowerCase())
  if (!isOne || rest.length !== 2 || first?.value.kind !== 'column') return values
  const { parts, start, end } = first.value
  const [word = ''] = parts
  if (parts.length > 1 || !UNITS.has(word.toLowerCase())) return values
  return [{ value: { kind: 'literal', value: word, start, end } }, ...rest]
}
