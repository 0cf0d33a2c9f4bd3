import type { Expression } from '../../spark/ast/expression.js'
import {
  isApproximate,
  isDatetime,
  isInteger,
  isInterval,
  isNumeric,
  isString,
} from '../../type/kind-of-type.js'
import { BIGINT, DOUBLE, type SparkType, UNKNOWN, VOID } from '../../type/spark-type.js'
import { widerType } from '../../type/wider-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { binary, cast, NULL, template } from '../pg.js'
import type { Scope } from '../scope.js'
import { datetimeArithmetic } from './datetime-arithmetic.js'
import { decimalResult } from './decimal-result.js'
import { numerator } from './numerator.js'

type Node = Extract<Expression, { readonly kind: 'binary' }>

/** `+ - * / % DIV` of numbers, dates, timestamps and intervals. */
export function lowerArithmetic(
  lowerer: Lowerer,
  node: Node,
  left: Bound,
  right: Bound,
  scope: Scope,
): Bound {
  const datetimes = [left, right].some(
    ({ type }) => isDatetime(type) || isInterval(type) || type.kind === 'time',
  )
  if (datetimes) return datetimeArithmetic(lowerer, node, left, right)
  const [one, other] = asNumbers(left, right, node.operator)
  if (one.type.kind === 'void' || other.type.kind === 'void')
    return nullOf(one, other, node.operator)
  if (one.type.kind === 'unknown' || other.type.kind === 'unknown') {
    return ofUnknown(lowerer, node, one, other, scope)
  }
  if (!isNumeric(one.type) || !isNumeric(other.type)) {
    return lowerer.context.refuse(`${one.type.kind} ${node.operator} ${other.type.kind}`, node)
  }
  return ofNumbers(node.operator, one, other)
}

/** A string beside a number becomes a number: BIGINT beside an integer, DOUBLE else. */
function asNumbers(left: Bound, right: Bound, operator: string): readonly [Bound, Bound] {
  const to = (value: Bound, beside: Bound): Bound => {
    if (!isString(value.type)) return value
    const isWhole = isInteger(beside.type) && operator !== '/'
    return castTo(value, isWhole ? BIGINT : DOUBLE) ?? value
  }
  return [to(left, right), to(right, left)]
}

function nullOf(left: Bound, right: Bound, operator: string): Bound {
  const known = left.type.kind === 'void' ? right.type : left.type
  const type = operator === '/' || known.kind === 'void' ? DOUBLE : known
  return {
    ...(castTo({ pg: NULL, type: VOID, constant: null, untyped: true }, type) ?? left),
    untyped: false,
  }
}

function ofUnknown(lowerer: Lowerer, node: Node, left: Bound, right: Bound, scope: Scope): Bound {
  const { operator } = node
  const known = left.type.kind === 'unknown' ? right.type : left.type
  switch (operator) {
    case '/':
      if (isApproximate(known)) return { pg: binary('/', left.pg, right.pg), type: DOUBLE }
      return { pg: template('spark_compat.div($1, $2)', left.pg, right.pg), type: UNKNOWN }
    case 'DIV':
      return { pg: template('spark_compat.whole_div($1, $2)', left.pg, right.pg), type: BIGINT }
    case '%':
      return lowerer.apply('mod', [left, right], node, scope)
    default:
      return {
        pg: binary(operator, left.pg, right.pg),
        type: isApproximate(known) ? DOUBLE : UNKNOWN,
      }
  }
}

function ofNumbers(operator: string, left: Bound, divisor: Bound): Bound {
  const right =
    operator === '/' || operator === '%' || operator === 'DIV' ? unfolded(divisor) : divisor
  const wide = widerType(left.type, right.type) ?? UNKNOWN
  if (operator === 'DIV') return wholeDivision(left, right, wide)
  if (isApproximate(wide)) return ofFloats(operator, left, right, wide)
  if (operator === '/' && isInteger(wide)) {
    return { pg: binary('/', asDouble(left), asDouble(right)), type: DOUBLE }
  }
  if (isInteger(wide)) return { pg: binary(operator, left.pg, right.pg), type: wide }
  const type = decimalResult(operator, left, right)
  const pg = binary(operator, operator === '/' ? numerator(left, type) : left.pg, right.pg)
  const isExact = operator === '+' || operator === '-' || operator === '%'
  return { pg: isExact ? pg : cast(pg, `numeric(${type.precision},${type.scale})`), type }
}

/** PostgreSQL divides by a literal zero when it plans, also in a branch that is never taken. */
function unfolded(divisor: Bound): Bound {
  return divisor.constant === 0 ? { ...divisor, pg: template('(SELECT $1)', divisor.pg) } : divisor
}

function wholeDivision(left: Bound, right: Bound, wide: SparkType): Bound {
  if (isInteger(wide)) {
    const pg = binary('/', left.pg, right.pg)
    return { pg: wide.kind === 'bigint' ? pg : cast(pg, 'bigint'), type: BIGINT }
  }
  const text = wide.kind === 'decimal' ? 'div($1, $2)::bigint' : 'trunc($1 / $2)::bigint'
  return { pg: template(text, left.pg, right.pg), type: BIGINT }
}

function ofFloats(operator: string, left: Bound, right: Bound, wide: SparkType): Bound {
  const type = operator === '/' ? DOUBLE : wide
  if (operator === '%') {
    return { pg: template('spark_compat.mod($1, $2)', asDouble(left), asDouble(right)), type }
  }
  const both = operator === '/' || wide.kind === 'double'
  const one = both ? asDouble(left) : left.pg
  const other = both ? asDouble(right) : right.pg
  return { pg: binary(operator, one, other), type }
}

function asDouble(value: Bound): Bound['pg'] {
  return value.type.kind === 'double' ? value.pg : cast(value.pg, 'double precision')
}
