import { fold } from '../../postgres/identifier.js'
import type { LateralView, Select } from '../../spark/ast/query.js'
import type { Lowerer } from '../lowerer.js'
import { type Scope, scopeWith } from '../scope.js'
import type { LoweredFrom } from './from.js'
import { joinGenerator } from './join-generator.js'

/** `LATERAL VIEW [OUTER] explode(a) t AS x`, one after the other. */
export function lowerLateralViews(
  lowerer: Lowerer,
  { lateralViews }: Pick<Select, 'lateralViews'>,
  from: LoweredFrom,
  outer: Scope,
): LoweredFrom {
  return lateralViews.reduce((before, view) => lowerView(lowerer, view, before, outer), from)
}

function lowerView(
  lowerer: Lowerer,
  view: LateralView,
  from: LoweredFrom,
  outer: Scope,
): LoweredFrom {
  const scope: Scope = scopeWith(outer, { relations: from.relations })
  const given = { outer: view.outer, alias: view.table }
  const { tables, columns, alias } = joinGenerator(
    lowerer,
    from.tables,
    view.call,
    scope,
    view.columns,
    given,
  )
  const relation = { names: [fold(alias)], columns }
  return { ...from, tables, relations: [...from.relations, relation] }
}
