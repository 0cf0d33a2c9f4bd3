import type { Expression } from '../generator.js'
import { ExpressionError } from './expression-error.js'

/** Bounds of the third argument, from the documentation of pgbench (PostgreSQL 17). */
const PARAMETERS = {
  random_gaussian: { least: 2, most: Infinity, words: 'at least 2' },
  random_exponential: { least: Number.MIN_VALUE, most: Infinity, words: 'above 0' },
  random_zipfian: { least: 1.001, most: 1000, words: 'from 1.001 to 1000' },
} as const

/** What can be known of a random call before the run: an empty range, a parameter that is out of bounds. */
export function checkRandom(
  call: Extract<Expression, { kind: 'call' }>,
  span: { readonly start: number; readonly end: number },
): void {
  const [from, to, parameter] = call.arguments
  if (
    from?.kind === 'integer' &&
    to?.kind === 'integer' &&
    BigInt(from.digits) > BigInt(to.digits)
  ) {
    throw new ExpressionError(
      `${call.name}(${from.digits}, ${to.digits}): the range is empty`,
      span,
    )
  }
  if (!isBounded(call.name) || parameter?.kind !== 'double') return
  const { least, most, words } = PARAMETERS[call.name]
  if (parameter.value >= least && parameter.value <= most) return
  throw new ExpressionError(
    `the parameter of ${call.name} must be ${words}, not ${parameter.value}`,
    span,
  )
}

function isBounded(name: string): name is keyof typeof PARAMETERS {
  return Object.hasOwn(PARAMETERS, name)
}
