import type { Expression } from '../../spark/ast/expression.js'
import { isNumeric, isString } from '../../type/kind-of-type.js'
import { BOOLEAN } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import type { Scope } from '../scope.js'

/** An expression as a condition. */
export function condition(lowerer: Lowerer, expression: Expression, scope: Scope): Bound {
  const value = lowerer.expression(expression, scope)
  if (value.type.kind === 'boolean' || value.type.kind === 'unknown') return value
  if (value.constant === null) return castTo(value, BOOLEAN) ?? value
  return isString(value.type) || isNumeric(value.type) ? (castTo(value, BOOLEAN) ?? value) : value
}
