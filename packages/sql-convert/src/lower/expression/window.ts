import type { PgFrame, PgFrameBound, PgWindow } from '../../postgres/expression.js'
import type { FrameBound, WindowSpecification } from '../../spark/ast/query.js'
import type { Lowerer } from '../lowerer.js'
import type { Scope } from '../scope.js'

export function lowerWindow(
  lowerer: Lowerer,
  window: WindowSpecification | string,
  scope: Scope,
): PgWindow | string {
  if (typeof window === 'string') return window
  const { base, partitionBy, orderBy, frame } = window
  return {
    ...(base !== undefined && { base }),
    partitionBy: partitionBy.map((one) => lowerer.expression(one, scope).pg),
    orderBy: lowerer.order(orderBy, scope),
    ...(frame && { frame: lowerFrame(lowerer, frame, scope) }),
  }
}

function lowerFrame(
  lowerer: Lowerer,
  { unit, from, to }: NonNullable<WindowSpecification['frame']>,
  scope: Scope,
): PgFrame {
  const bound = (one: FrameBound): PgFrameBound => {
    if (typeof one === 'string') return one
    return 'preceding' in one
      ? { preceding: lowerer.expression(one.preceding, scope).pg }
      : { following: lowerer.expression(one.following, scope).pg }
  }
  return { unit, from: bound(from), ...(to !== undefined && { to: bound(to) }) }
}
