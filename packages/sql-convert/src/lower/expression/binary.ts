import type { PgExpression } from '../../postgres/expression.js'
import { isSameTree } from '../../postgres/same-tree.js'
import type { Expression } from '../../spark/ast/expression.js'
import { isInterval, isString } from '../../type/kind-of-type.js'
import { BOOLEAN } from '../../type/spark-type.js'
import { around, type Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { binary, template } from '../pg.js'
import type { Scope } from '../scope.js'
import { lowerArithmetic } from './arithmetic.js'
import { lowerBits } from './bits.js'
import { compare } from './comparison.js'
import { lowerConcatenation } from './concatenation.js'
import { condition } from './condition.js'
import { lowerRowComparison } from './row.js'

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>

export function lowerBinary(lowerer: Lowerer, node: Of<'binary'>, scope: Scope): Bound {
  const { operator } = node
  if (operator === 'AND' || operator === 'OR') return lowerLogic(lowerer, node, scope)
  const rows = lowerRowComparison(lowerer, node, scope)
  if (rows) return rows
  const left = lowerer.expression(node.left, scope)
  const right = lowerer.expression(node.right, scope)
  const result = likeKey(withOperator(lowerer, node, left, right, scope), scope)
  const aggregates = result.aggregates || left.aggregates || right.aggregates
  const once = result.once || left.once || right.once
  return aggregates || once ? { ...result, aggregates, once } : result
}

const COMMUTATIVE: ReadonlySet<string> = new Set(['+', '*', '=', 'AND'])

/** `1 + a` is the key `a + 1`: Postgres tells them apart, Databricks does not. */
function likeKey(value: Bound, { groupKeys }: Scope): Bound {
  const { pg } = value
  if (!groupKeys || pg.kind !== 'binary' || !COMMUTATIVE.has(pg.operator)) return value
  const swapped: PgExpression = { ...pg, left: pg.right, right: pg.left }
  return groupKeys.some((key) => isSameTree(key, swapped)) ? { ...value, pg: swapped } : value
}

function withOperator(
  lowerer: Lowerer,
  node: Of<'binary'>,
  left: Bound,
  right: Bound,
  scope: Scope,
): Bound {
  switch (node.operator) {
    case '=':
    case '<>':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '<=>':
      return compare(lowerer.context, node.operator, left, right, node)
    case '||':
      return lowerConcatenation(lowerer, left, right, node)
    case '&':
    case '|':
    case '^':
    case '<<':
    case '>>':
    case '>>>':
      return lowerBits(node.operator, left, right)
    default:
      return lowerArithmetic(lowerer, node, left, right, scope)
  }
}

/** Without nesting for long chains: `a AND b AND …` leans to the left. */
function lowerLogic(lowerer: Lowerer, node: Of<'binary'>, scope: Scope): Bound {
  const left = condition(lowerer, node.left, scope)
  const right = condition(lowerer, node.right, scope)
  const aggregates = left.aggregates || right.aggregates
  return { pg: binary(node.operator, left.pg, right.pg), type: BOOLEAN, aggregates }
}

export function lowerUnary(lowerer: Lowerer, node: Of<'unary'>, scope: Scope): Bound {
  const { operator } = node
  if (operator === 'NOT') {
    const value = condition(lowerer, node.value, scope)
    return around(value, { kind: 'prefix', operator, value: value.pg }, BOOLEAN)
  }
  const negative = operator === '-' ? negativeNumber(lowerer, node.value, scope) : undefined
  if (negative) return negative
  const value = numeric(lowerer.expression(node.value, scope))
  if (value.constant === null || (operator === '+' && isInterval(value.type))) return value
  if (isInterval(value.type) && operator === '-') {
    return around(value, template('- $1', value.pg), value.type)
  }
  return around(value, { kind: 'prefix', operator, value: value.pg }, value.type)
}

/** `-5` is one number, so that -2147483648 is an int. */
function negativeNumber(lowerer: Lowerer, value: Expression, scope: Scope): Bound | undefined {
  if (value.kind !== 'number') return undefined
  const digits = value.digits
  if (value.type === 'integer' && digits === '2147483648') {
    return { pg: template('(-2147483648)::int'), type: { kind: 'int' }, constant: -2147483648 }
  }
  if (digits === '9223372036854775808' && (value.type === 'integer' || value.type === 'bigint')) {
    return { pg: template("'-9223372036854775808'::bigint"), type: { kind: 'bigint' } }
  }
  const bound = lowerer.expression(value, scope)
  if (typeof bound.constant !== 'number') return undefined
  const constant = -bound.constant
  if (bound.pg.kind === 'number') {
    return { ...bound, pg: { kind: 'number', digits: `-${bound.pg.digits}` }, constant }
  }
  if (bound.pg.kind === 'cast' && bound.pg.value.kind === 'number') {
    const number = { kind: 'number', digits: `-${bound.pg.value.digits}` } as const
    return { ...bound, pg: { ...bound.pg, value: number }, constant }
  }
  return undefined
}

function numeric(value: Bound): Bound {
  return isString(value.type) ? (castTo(value, { kind: 'double' }) ?? value) : value
}
