import type { Expression } from '../../spark/ast/expression.js'
import {
  isDatetime,
  isInteger,
  isInterval,
  isString,
  isTimestamp,
} from '../../type/kind-of-type.js'
import { BIGINT, DATE, DOUBLE, type SparkType, STRING, TIMESTAMP } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { binary, cast, template } from '../pg.js'

type Node = Extract<Expression, { readonly kind: 'binary' }>

const DAYS: SparkType = { kind: 'day interval' }

/** Dates and timestamps with intervals and with each other. */
export function datetimeArithmetic(lowerer: Lowerer, node: Node, left: Bound, right: Bound): Bound {
  const { operator } = node
  const isSum = operator === '+' || operator === '-'
  const [one, other] = isSum ? withText(left, right) : [left, right]
  const result = isSum
    ? (sum(operator, one, other) ?? (operator === '+' ? sum('+', other, one) : undefined))
    : scaled(lowerer, node, one, other)
  if (result) return asBefore(result, left, right)
  return lowerer.context.refuse(`${left.type.kind} ${operator} ${right.type.kind}`, node)
}

/** A string moved by an interval is a string again. */
function asBefore(result: Bound, left: Bound, right: Bound): Bound {
  const isMoved =
    (isString(left.type) && isInterval(right.type)) ||
    (isString(right.type) && isInterval(left.type))
  return isMoved && isTimestamp(result.type) ? (castTo(result, STRING) ?? result) : result
}

/** A string beside a date is a date, beside an interval a timestamp. */
function withText(left: Bound, right: Bound): readonly [Bound, Bound] {
  const to = (value: Bound, beside: Bound): Bound => {
    if (!isString(value.type)) return value
    const type = isDatetime(beside.type) ? beside.type : TIMESTAMP
    return castTo(value, isInterval(beside.type) ? TIMESTAMP : type) ?? value
  }
  return [to(left, right), to(right, left)]
}

function sum(operator: '+' | '-', left: Bound, right: Bound): Bound | undefined {
  const { type } = left
  if (right.type.kind === 'void' || type.kind === 'void')
    return castTo({ ...right, constant: null }, type)
  if (isInterval(type)) return isInterval(right.type) ? intervals(operator, left, right) : undefined
  if (type.kind === 'date') return fromDate(operator, left, right)
  if (type.kind === 'time') return fromTime(operator, left, right)
  if (type.kind === 'unknown' && isInterval(right.type)) {
    return { pg: binary(operator, left.pg, right.pg), type }
  }
  if (!isTimestamp(type)) return undefined
  if (isInterval(right.type)) return { pg: binary(operator, left.pg, right.pg), type }
  if (right.type.kind === 'unknown')
    return { pg: binary(operator, left.pg, right.pg), type: { kind: 'unknown' } }
  if (operator !== '-' || !isDatetime(right.type)) return undefined
  return difference(left, castTo(right, type) ?? right)
}

function fromTime(operator: '+' | '-', left: Bound, right: Bound): Bound | undefined {
  if (isInterval(right.type)) return { pg: binary(operator, left.pg, right.pg), type: left.type }
  return operator === '-' && right.type.kind === 'time' ? difference(left, right) : undefined
}

/** Between two timestamps Spark counts what a clock on the wall shows: a day of 25 hours is a day. */
function difference(left: Bound, right: Bound): Bound {
  const wall = ({ pg, type }: Bound) => (type.kind === 'timestamp' ? cast(pg, 'timestamp') : pg)
  return { pg: binary('-', wall(left), wall(right)), type: DAYS }
}

function intervals(operator: '+' | '-', left: Bound, right: Bound): Bound {
  const type: SparkType =
    left.type.kind === right.type.kind ? widened(left.type) : { kind: 'calendar interval' }
  return { pg: binary(operator, left.pg, right.pg), type }
}

function fromDate(operator: '+' | '-', left: Bound, right: Bound): Bound | undefined {
  if (isInteger(right.type)) {
    const days = right.type.kind === 'int' ? right.pg : cast(right.pg, 'int')
    return { pg: binary(operator, left.pg, days), type: DATE }
  }
  if (isInterval(right.type)) {
    const isOnlyDays = right.days === true || right.type.kind === 'year interval'
    if (isOnlyDays) return { pg: cast(binary(operator, left.pg, right.pg), 'date'), type: DATE }
    return { pg: binary(operator, cast(left.pg, 'timestamptz'), right.pg), type: TIMESTAMP }
  }
  if (right.type.kind === 'unknown')
    return { pg: binary(operator, left.pg, right.pg), type: { kind: 'unknown' } }
  if (operator !== '-') return undefined
  if (right.type.kind === 'date') {
    return { pg: template('make_interval(days => $1 - $2)', left.pg, right.pg), type: DAYS }
  }
  if (!isTimestamp(right.type)) return undefined
  return difference(castTo(left, right.type) ?? left, right)
}

/** An interval by a number; what is below its smallest part is rounded. */
function scaled(lowerer: Lowerer, node: Node, left: Bound, right: Bound): Bound | undefined {
  const { operator } = node
  if (operator === 'DIV') return wholeTimes(left, right)
  const [interval, factor] = isInterval(left.type) ? [left, right] : [right, left]
  if (!isInterval(interval.type) || isInterval(factor.type)) return undefined
  if (operator === '/' && interval !== left) return undefined
  if (operator !== '*' && operator !== '/') return undefined
  const type = widened(interval.type)
  if (operator === '*' && isInteger(factor.type)) {
    return { pg: binary('*', interval.pg, factor.pg), type }
  }
  if (type.kind === 'year interval') {
    const text = `make_interval(months => round((extract(year FROM $1) * 12 + extract(month FROM $1)) ${operator} $2::numeric)::int)`
    return { pg: template(text, interval.pg, factor.pg), type }
  }
  lowerer.context.note({
    grade: 'approximate',
    because: 'Parts of a microsecond are rounded to the even one, in Databricks away from zero.',
    span: { start: node.start, end: node.end },
  })
  const by = factor.type.kind === 'double' ? factor : (castTo(factor, DOUBLE) ?? factor)
  return { pg: binary(operator, interval.pg, by.pg), type }
}

/** How often one interval fits into another of its kind. */
function wholeTimes(left: Bound, right: Bound): Bound | undefined {
  if (left.type.kind !== right.type.kind || !isInterval(left.type)) return undefined
  const size =
    left.type.kind === 'year interval'
      ? (argument: string) =>
          `(extract(year FROM ${argument}) * 12 + extract(month FROM ${argument}))`
      : (argument: string) => `extract(epoch FROM ${argument})`
  const text = `trunc(${size('$1')} / ${size('$2')})::bigint`
  return { pg: template(text, left.pg, right.pg), type: BIGINT }
}

function widened(type: SparkType): SparkType {
  return type.kind === 'year interval' || type.kind === 'day interval' ? { kind: type.kind } : type
}
