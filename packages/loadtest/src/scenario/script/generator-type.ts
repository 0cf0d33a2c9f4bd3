import { expressionType } from '../expression-type.js'
import type { ExpressionType, Generator } from '../generator.js'

/** What an expression may take the drawn value for; undefined when it is no number and no truth. */
export function generatorType(generator: Generator): ExpressionType | undefined {
  switch (generator.kind) {
    case 'uniform':
    case 'zipfian':
    case 'gaussian':
    case 'exponential':
    case 'sequence':
    case 'client':
      return 'integer'
    case 'decimal':
      return 'double'
    case 'expression':
      return expressionType(generator.expression)
    case 'constant':
      if (typeof generator.value === 'boolean') return 'boolean'
      if (typeof generator.value !== 'number') return undefined
      return Number.isInteger(generator.value) ? 'integer' : 'double'
    default:
      return undefined
  }
}
