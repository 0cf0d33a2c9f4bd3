import type { PgExpression } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { PgGroupItem } from '../../postgres/query.js'
import type { Expression } from '../../spark/ast/expression.js'
import type { GroupItem, Grouping, Select } from '../../spark/ast/query.js'
import type { Lowerer } from '../lowerer.js'
import { number } from '../pg.js'
import { resolveHere, type Scope } from '../scope.js'
import type { LoweredItem } from './items.js'

interface LoweredGrouping {
  readonly groupBy: readonly PgGroupItem[]
  /** Every key, for grouping_id(). */
  readonly keys: readonly PgExpression[]
}

/** GROUP BY: keys by number, by name of the select list, ALL, and sets of keys. */
export function lowerGrouping(
  lowerer: Lowerer,
  select: Select,
  items: readonly LoweredItem[],
  scope: Scope,
): LoweredGrouping | undefined {
  const { groupBy } = select
  if (!groupBy) return undefined
  if (groupBy.all) return groupByAll(lowerer, select, items)
  const grouper: Grouper = { lowerer, items, scope }
  const keys = groupBy.items.flatMap((item) => keysOf(grouper, item))
  const sets = setsOf(grouper, groupBy)
  if (sets) return { groupBy: [sets], keys }
  const lowered = groupBy.items.flatMap((item) => itemOf(grouper, item))
  return { groupBy: lowered.length > 0 ? lowered : [{ kind: 'set', values: [] }], keys }
}

interface Grouper {
  readonly lowerer: Lowerer
  readonly items: readonly LoweredItem[]
  readonly scope: Scope
}

/** `GROUP BY a, b WITH ROLLUP`, `GROUP BY a, b GROUPING SETS (…)`: the sets alone are the keys. */
function setsOf(grouper: Grouper, { items, with: type, sets }: Grouping): PgGroupItem | undefined {
  if (type) {
    const keys = items.flatMap((item) => ('sets' in item ? [] : [set(grouper, [item])]))
    return { kind: 'sets', type, sets: keys }
  }
  if (!sets) return undefined
  return { kind: 'sets', type: 'grouping sets', sets: sets.map((one) => set(grouper, one)) }
}

function set(grouper: Grouper, keys: readonly Expression[]): PgGroupItem {
  const flat = keys.flatMap((key) =>
    key.kind === 'row' ? key.items.map(({ value }) => value) : [key],
  )
  return { kind: 'set', values: flat.map((key) => inlined(grouper, key)) }
}

function itemOf(grouper: Grouper, item: GroupItem): readonly PgGroupItem[] {
  if ('sets' in item) {
    const sets = item.sets.map((one) => inner(grouper, one, item.type))
    return [{ kind: 'sets', type: item.type, sets }]
  }
  if (item.kind === 'row') {
    return item.items.flatMap(({ value }) => itemOf(grouper, value))
  }
  if (isConstant(item)) return []
  if (item.kind === 'number' && item.type === 'integer') {
    const named = grouper.items[Number(item.digits) - 1]
    if (named?.bound?.constant !== undefined) return []
    return [{ kind: 'expression', value: number(item.digits) }]
  }
  return [{ kind: 'expression', value: inlined(grouper, item) }]
}

function inner(
  grouper: Grouper,
  one: GroupItem | readonly Expression[],
  type: string,
): PgGroupItem {
  if (isList(one)) return set(grouper, one)
  if ('sets' in one) {
    return {
      kind: 'sets',
      type: one.type,
      sets: one.sets.map((each) => inner(grouper, each, one.type)),
    }
  }
  if (one.kind === 'row') return set(grouper, [one])
  return type === 'grouping sets'
    ? set(grouper, [one])
    : { kind: 'expression', value: inlined(grouper, one) }
}

function isList(one: GroupItem | readonly Expression[]): one is readonly Expression[] {
  return Array.isArray(one)
}

function keysOf(
  grouper: Grouper,
  item: GroupItem | readonly Expression[],
): readonly PgExpression[] {
  if (isList(item)) return item.flatMap((one) => keysOf(grouper, one))
  if ('sets' in item) {
    const all = item.sets.flatMap((one) => keysOf(grouper, one))
    const texts = all.map((one) => JSON.stringify(one))
    return all.filter((_, place) => texts.indexOf(texts[place] ?? '') === place)
  }
  if (item.kind === 'row') return item.items.map(({ value }) => inlined(grouper, value))
  return isConstant(item) ? [] : [inlined(grouper, item)]
}

function isConstant(item: Expression): boolean {
  return item.kind === 'literal' || item.kind === 'typed literal'
}

/** The expression behind a number or a name of the select list; a column of the tables comes first. */
function inlined(grouper: Grouper, key: Expression): PgExpression {
  const { lowerer, items, scope } = grouper
  if (key.kind === 'number' && key.type === 'integer') {
    return items[Number(key.digits) - 1]?.bound?.pg ?? number(key.digits)
  }
  return behindName(grouper, key) ?? lowerer.expression(key, scope).pg
}

function behindName({ items, scope }: Grouper, key: Expression): PgExpression | undefined {
  if (key.kind !== 'column' || key.parts.length !== 1) return undefined
  if (resolveHere(scope.relations, key.parts).kind === 'column') return undefined
  const name = fold(key.parts[0] ?? '')
  return items.find(({ alias }) => alias !== undefined && fold(alias) === name)?.bound?.pg
}

/** Every item without an aggregate is a key. */
function groupByAll(
  lowerer: Lowerer,
  select: Select,
  items: readonly LoweredItem[],
): LoweredGrouping | undefined {
  const keys: PgExpression[] = []
  const groupBy: PgGroupItem[] = []
  let place = 0
  for (const item of items) {
    const width = item.columns?.length
    if (width === undefined)
      return lowerer.context.needsSchema('GROUP BY ALL with * needs the columns', select)
    if (isKey(item)) {
      for (let column = 1; column <= width; column++) {
        groupBy.push({ kind: 'expression', value: number(place + column) })
      }
      if (item.bound) keys.push(item.bound.pg)
    }
    place += width
  }
  if (groupBy.length > 0) return { groupBy, keys }
  const hasAggregates = items.some(({ bound }) => bound?.aggregates)
  return hasAggregates ? undefined : { groupBy: [{ kind: 'set', values: [] }], keys }
}

function isKey({ bound }: LoweredItem): boolean {
  return bound ? !bound.aggregates && bound.constant === undefined : true
}
