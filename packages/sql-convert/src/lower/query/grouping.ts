import type { PgExpression } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { PgGroupItem } from '../../postgres/query.js'
import type { Expression } from '../../spark/ast/expression.js'
import type { GroupItem, Grouping, Select } from '../../spark/ast/query.js'
import { BOUND_NULL, type Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { number, template } from '../pg.js'
import { resolveHere, type Scope } from '../scope.js'
import type { LoweredItem } from './items.js'

export interface LoweredGrouping {
  readonly groupBy: readonly PgGroupItem[]
  /** Every key, for grouping_id(). */
  readonly keys: readonly PgExpression[]
  /** Columns that are keys and in no set: NULL in each row. */
  readonly absent: ReadonlyMap<string, Bound>
  /** The same for keys that are no columns. */
  readonly absentExpressions: readonly PgExpression[]
  /** The row of the total, which Databricks does not give where there are no rows at all. */
  readonly hasTotal: boolean
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
  if (groupBy.all && !isColumnAll(scope)) return groupByAll(lowerer, select, items)
  const grouper: Grouper = { lowerer, items, scope }
  const given = groupBy.all ? [columnAll(select)] : groupBy.items
  const keys = given.flatMap((item) => keysOf(grouper, item))
  const sets = setsOf(grouper, groupBy)
  const lowered = sets ? [sets] : given.flatMap((item) => itemOf(grouper, item))
  return {
    groupBy: lowered.length > 0 ? lowered : [{ kind: 'set', values: [] }],
    keys,
    absent: groupBy.sets ? absentKeys(grouper, groupBy, groupBy.sets) : new Map(),
    absentExpressions: groupBy.sets ? absentExpressions(grouper, groupBy, groupBy.sets) : [],
    hasTotal: lowered.some(isTotal),
  }
}

/** `GROUP BY all` where there is a column of that name. */
function isColumnAll(scope: Scope): boolean {
  return resolveHere(scope.relations, ['all']).kind === 'column'
}

function columnAll({ start, end }: Select): Expression {
  return { kind: 'column', parts: ['all'], start, end }
}

function isTotal(item: PgGroupItem): boolean {
  if (item.kind !== 'sets') return item.kind === 'set' && item.values.length === 0
  return item.type !== 'grouping sets' || item.sets.some(isTotal)
}

function absentExpressions(
  grouper: Grouper,
  { items }: Grouping,
  sets: readonly (readonly Expression[])[],
): readonly PgExpression[] {
  const present = new Set(sets.flat().map((key) => JSON.stringify(inlined(grouper, key))))
  return items.flatMap((item) => {
    if ('sets' in item) return []
    const pg = inlined(grouper, item)
    return pg.kind === 'name' || present.has(JSON.stringify(pg)) ? [] : [pg]
  })
}

function absentKeys(
  { lowerer, scope }: Grouper,
  { items }: Grouping,
  sets: readonly (readonly Expression[])[],
): ReadonlyMap<string, Bound> {
  const nameOf = (key: Expression) =>
    key.kind === 'column' ? fold(key.parts.at(-1) ?? '') : undefined
  const present = new Set(sets.flat().map(nameOf))
  const absent = new Map<string, Bound>()
  for (const item of items) {
    if ('sets' in item) continue
    const own = nameOf(item)
    if (own === undefined || present.has(own)) continue
    const { type } = lowerer.expression(item, scope)
    absent.set(own, castTo(BOUND_NULL, type) ?? BOUND_NULL)
  }
  return absent
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
  if (item.kind === 'number' && item.type === 'integer') {
    return [{ kind: 'expression', value: number(item.digits) }]
  }
  return [{ kind: 'expression', value: noNumber(inlined(grouper, item)) }]
}

/** A bare literal would be the number of a column, or an error. */
function noNumber(value: PgExpression): PgExpression {
  if (value.kind === 'text') return { kind: 'cast', value, type: 'text' }
  return value.kind === 'number' ? template('($1 + 0)', value) : value
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
  const named = items.find(({ alias, columns, bound, source }) => {
    const own = alias ?? (bound && source.kind !== 'column' ? columns?.[0]?.name : undefined)
    return own !== undefined && fold(own) === name
  })
  return named?.bound?.pg
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
  if (groupBy.length > 0)
    return { groupBy, keys, absent: new Map(), absentExpressions: [], hasTotal: false }
  const hasAggregates = items.some(({ bound }) => bound?.aggregates)
  return hasAggregates
    ? undefined
    : {
        groupBy: [{ kind: 'set', values: [] }],
        keys,
        absent: new Map(),
        absentExpressions: [],
        hasTotal: false,
      }
}

function isKey({ bound }: LoweredItem): boolean {
  return bound ? !bound.aggregates && bound.constant === undefined : true
}
