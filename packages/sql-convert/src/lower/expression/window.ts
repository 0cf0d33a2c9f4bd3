import type { PgExpression, PgFrame, PgFrameBound, PgWindow } from '../../postgres/expression.js'
import type { Expression } from '../../spark/ast/expression.js'
import type { FrameBound, WindowSpecification } from '../../spark/ast/query.js'
import { isInterval, isNumeric } from '../../type/kind-of-type.js'
import { isSameType } from '../../type/same-type.js'
import type { SparkType } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { cast, template } from '../pg.js'
import type { Scope } from '../scope.js'

export function lowerWindow(
  lowerer: Lowerer,
  window: WindowSpecification | string,
  scope: Scope,
): PgWindow | string {
  if (typeof window === 'string') return window
  const { base, partitionBy, orderBy, frame } = window
  return {
    base,
    partitionBy: partitionBy.map((one) => lowerer.expression(one, scope).pg),
    orderBy: lowerer.order(orderBy, scope),
    frame: frame && lowerFrame(lowerer, frame, scope, keyType(lowerer, window, scope)),
  }
}

/** What the one key of a RANGE frame is. */
function keyType(
  lowerer: Lowerer,
  { orderBy, frame }: WindowSpecification,
  scope: Scope,
): SparkType | undefined {
  const [key] = orderBy
  return frame?.unit === 'range' && key ? lowerer.expression(key.value, scope).type : undefined
}

function lowerFrame(
  lowerer: Lowerer,
  { unit, from, to }: NonNullable<WindowSpecification['frame']>,
  scope: Scope,
  key: SparkType | undefined,
): PgFrame {
  const offset = (value: Expression) => offsetOf(lowerer.expression(value, scope), key)
  const bound = (one: FrameBound): PgFrameBound => {
    if (typeof one === 'string') return one
    return 'preceding' in one
      ? { preceding: offset(one.preceding) }
      : { following: offset(one.following) }
  }
  return { unit, from: bound(from), to: to && bound(to) }
}

/** Postgres wants the offset in the type of the key: days of a date are an interval. */
function offsetOf(value: Bound, key: SparkType | undefined): PgExpression {
  if (!key || isInterval(value.type)) return value.pg
  if (key.kind === 'date') return template('make_interval(days => $1)', value.pg)
  if (!isNumeric(key) || isSameType(key, value.type)) return value.pg
  if (key.kind === 'decimal') return cast(value.pg, 'numeric')
  return (castTo(value, key) ?? value).pg
}
