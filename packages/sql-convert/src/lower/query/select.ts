import type { PgExpression } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { PgQueryBody, PgSelect, PgSelectItem } from '../../postgres/query.js'
import type { Select } from '../../spark/ast/query.js'
import { BOUND_NULL, type Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import { condition } from '../expression/condition.js'
import type { Lowerer } from '../lowerer.js'
import { and, TRUE, template } from '../pg.js'
import { type OutputColumn, type Scope, scopeWith } from '../scope.js'
import { lowerFrom } from './from.js'
import { type LoweredGrouping, lowerGrouping } from './grouping.js'
import { type LoweredItem, lowerItems } from './items.js'
import { lowerLateralViews } from './lateral-view.js'
import { lowerQualify } from './qualify.js'
import { withTimeWindow } from './time-window.js'

export interface LoweredSelect {
  readonly body: PgQueryBody
  readonly columns?: readonly OutputColumn[] | undefined
  /** The names that ORDER BY may use. */
  readonly orderScope: Scope
}

export function lowerSelect(lowerer: Lowerer, select: Select, outer: Scope): LoweredSelect {
  const from = lowerLateralViews(lowerer, select, lowerFrom(lowerer, select.from, outer), outer)
  const plain: Scope = scopeWith(outer, { relations: from.relations, aliases: NO_ALIASES })
  const base = withTimeWindow(lowerer, select, plain)
  // Keys are known when the items are: grouping_id() is lowered twice.
  const first = select.groupBy ? scopeWith(base, { groupKeys: [TRUE] }) : base
  const listed = lowerItems(lowerer, select, from, first)
  const { items } = listed
  const aliases = aliasesOf(items)
  const whole: Scope = scopeWith(base, { aliases })
  const where = select.where && condition(lowerer, select.where, base).pg
  const grouping = lowerGrouping(lowerer, select, items, whole)
  const keyed = grouping ? groupedScope(whole, grouping) : whole
  const having = havingOf(lowerer, select, keyed, items, grouping?.hasTotal === true)
  const filter = and(where ? [where, ...from.conditions] : from.conditions)
  const shown = grouping
    ? lowerItems(lowerer, select, from, groupedScope(base, grouping), {
        ...listed,
        hasAbsent: grouping.absent.size > 0,
      })
    : listed
  const absent = new Set(grouping?.absentExpressions.map((one) => JSON.stringify(one)))
  const body: PgSelect = {
    kind: 'select',
    distinct: select.distinct,
    items: shown.items.flatMap((item) => withoutAbsent(item, absent)),
    from: listed.tables,
    where: filter,
    groupBy: grouping?.groupBy,
    having,
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
  return { body: qualified, columns, orderScope }
}

/** A key that is in no set is NULL in each row. */
function withoutAbsent(
  { items, bound }: LoweredItem,
  absent: ReadonlySet<string>,
): readonly PgSelectItem[] {
  if (absent.size === 0 || !bound || !absent.has(JSON.stringify(bound.pg))) return items
  const value = castTo(BOUND_NULL, bound.type)?.pg ?? BOUND_NULL.pg
  return items.map((item) => ({ ...item, value }))
}

/** The scope of what is said about groups. */
function groupedScope(scope: Scope, { keys, absent }: LoweredGrouping): Scope {
  const parameters =
    absent.size === 0 ? scope.parameters : new Map([...scope.parameters, ...absent])
  return scopeWith(scope, { groupKeys: keys, parameters })
}

/** In HAVING a column that is a key comes first, then a name of the select list. */
function havingScope(scope: Scope, items: readonly LoweredItem[]): Scope {
  const keys = new Set(
    scope.groupKeys?.flatMap((key) => (key.kind === 'name' ? [fold(key.parts.at(-1) ?? '')] : [])),
  )
  const named = items.flatMap(({ alias, bound, source }): readonly (readonly [string, Bound])[] => {
    const text =
      source.kind === 'literal' && typeof source.value === 'string' ? source.value : undefined
    const own = alias ?? text
    if (own === undefined || !bound || keys.has(fold(own)) || bound.aggregates) return []
    return [[fold(own), bound]]
  })
  return scopeWith(scope, { parameters: new Map([...named, ...scope.parameters]) })
}

function havingOf(
  lowerer: Lowerer,
  select: Select,
  scope: Scope,
  items: readonly LoweredItem[],
  hasTotal: boolean,
): PgExpression | undefined {
  const said = select.having && condition(lowerer, select.having, havingScope(scope, items)).pg
  const total = hasTotal ? template('count(*) > 0') : undefined
  return said && total ? and([said, total]) : (said ?? total)
}

function columnsOf(items: readonly LoweredItem[]): readonly OutputColumn[] | undefined {
  const all = items.flatMap(({ columns }) => columns ?? [])
  return items.every(({ columns }) => columns) ? all : undefined
}

const NO_ALIASES: ReadonlyMap<string, Bound> = new Map()

function aliasesOf(items: readonly LoweredItem[]): ReadonlyMap<string, Bound> {
  if (items.every(({ alias }) => alias === undefined)) return NO_ALIASES
  return new Map(
    items.flatMap(({ alias, bound }) =>
      alias !== undefined && bound ? [[fold(alias), bound]] : [],
    ),
  )
}

/** In an expression of ORDER BY the names of the select list come before those of the tables. */
function orderScopeOf(scope: Scope, aliases: ReadonlyMap<string, Bound>): Scope {
  if (aliases.size === 0) return scope
  return scopeWith(scope, { parameters: new Map([...scope.parameters, ...aliases]) })
}
