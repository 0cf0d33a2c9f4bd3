import { fold } from '../../postgres/identifier.js'
import type { PgQueryBody, PgSelect } from '../../postgres/query.js'
import type { Select } from '../../spark/ast/query.js'
import type { Bound } from '../bound.js'
import { condition } from '../expression/condition.js'
import type { Lowerer } from '../lowerer.js'
import { and } from '../pg.js'
import type { OutputColumn, Scope } from '../scope.js'
import { lowerFrom } from './from.js'
import { lowerGrouping } from './grouping.js'
import { type LoweredItem, lowerItems } from './items.js'
import { lowerLateralViews } from './lateral-view.js'
import { lowerQualify } from './qualify.js'

export interface LoweredSelect {
  readonly body: PgQueryBody
  readonly columns?: readonly OutputColumn[]
  /** The names that ORDER BY may use. */
  readonly orderScope: Scope
}

export function lowerSelect(lowerer: Lowerer, select: Select, outer: Scope): LoweredSelect {
  const from = lowerLateralViews(lowerer, select, lowerFrom(lowerer, select.from, outer), outer)
  const base: Scope = { ...outer, relations: from.relations, aliases: new Map() }
  const listed = lowerItems(lowerer, select, { ...from, conditions: [] }, base)
  const { items } = listed
  const aliases = aliasesOf(items)
  const whole: Scope = { ...base, aliases }
  const where = select.where && condition(lowerer, select.where, base).pg
  const grouping = lowerGrouping(lowerer, select, items, whole)
  const keyed: Scope = { ...whole, ...(grouping && { groupKeys: grouping.keys }) }
  const having = select.having && condition(lowerer, select.having, keyed).pg
  const filter = and([...(where ? [where] : []), ...from.conditions])
  const regrouped = grouping
    ? lowerItems(
        lowerer,
        select,
        { ...from, conditions: [] },
        { ...base, groupKeys: grouping.keys },
        listed,
      )
    : listed
  const body: PgSelect = {
    kind: 'select',
    distinct: select.distinct,
    items: regrouped.items.flatMap((item) => item.items),
    from: listed.tables,
    ...(filter && { where: filter }),
    ...(grouping && { groupBy: grouping.groupBy }),
    ...(having && { having }),
    windows: select.windows.map(({ name, window }) => ({
      name,
      window: lowerer.window(window, keyed),
    })),
  }
  const columns = columnsOf(items)
  const orderScope = orderScopeOf(keyed, aliases)
  const qualified = select.qualify
    ? lowerQualify(lowerer, select.qualify, body, columns, orderScope)
    : body
  return { body: qualified, ...(columns && { columns }), orderScope }
}

function columnsOf(items: readonly LoweredItem[]): readonly OutputColumn[] | undefined {
  const all = items.flatMap(({ columns }) => columns ?? [])
  return items.every(({ columns }) => columns) ? all : undefined
}

function aliasesOf(items: readonly LoweredItem[]): ReadonlyMap<string, Bound> {
  return new Map(
    items.flatMap(({ alias, bound }) =>
      alias !== undefined && bound ? [[fold(alias), bound]] : [],
    ),
  )
}

/** In an expression of ORDER BY the names of the select list come before those of the tables. */
function orderScopeOf(scope: Scope, aliases: ReadonlyMap<string, Bound>): Scope {
  return { ...scope, parameters: new Map([...scope.parameters, ...aliases]) }
}
