import type { Expression, Generator } from '../generator.js'

/** The generator of an expression: one of the plain kinds where it says no more, which draw faster. */
export function setGenerator(expression: Expression): Generator {
  const value = literal(expression)
  if (value !== undefined) return { kind: 'constant', value }
  return plainRandom(expression) ?? { kind: 'expression', expression }
}

/** `random(1, 100)` and its kin with bounds that are known and fit into 53 bits. */
function plainRandom(expression: Expression): Generator | undefined {
  if (expression.kind !== 'call' || !expression.name.startsWith('random')) return undefined
  const [from, to, parameter = 0] = expression.arguments.map(literal)
  if (typeof from !== 'number' || typeof to !== 'number' || typeof parameter !== 'number')
    return undefined
  if (!Number.isSafeInteger(to - from)) return undefined
  switch (expression.name) {
    case 'random':
      return { kind: 'uniform', from, to }
    case 'random_zipfian':
      return { kind: 'zipfian', from, to, exponent: parameter }
    case 'random_gaussian':
      return { kind: 'gaussian', from, to, parameter }
    case 'random_exponential':
      return { kind: 'exponential', from, to, parameter }
    default:
      return undefined
  }
}

/** Whole numbers beyond 53 bits are left to the expression, which has digits for them. */
function literal(expression: Expression): number | boolean | undefined {
  if (expression.kind === 'double' || expression.kind === 'boolean') return expression.value
  const value = expression.kind === 'integer' ? Number(expression.digits) : Number.NaN
  return Number.isSafeInteger(value) ? value : undefined
}
