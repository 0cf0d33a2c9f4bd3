import type { PgExpression } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { PgJoin } from '../../postgres/query.js'
import type { Join } from '../../spark/ast/query.js'
import { condition } from '../expression/condition.js'
import type { LoweredTable, Lowerer } from '../lowerer.js'
import { and, binary, name, TRUE } from '../pg.js'
import { type Relation, type RelationColumn, type Scope, scopeWith } from '../scope.js'
import { distinctName } from './distinct-name.js'
import { selectAll } from './select-all.js'

export function lowerJoin(lowerer: Lowerer, join: Join, scope: Scope): LoweredTable {
  const left = lowerer.table(join.left, scope)
  return joinTo(lowerer, join, left, scope)
}

/** The join of what stands on its left already. */
function joinTo(
  lowerer: Lowerer,
  join: Omit<Join, 'left'>,
  left: LoweredTable,
  scope: Scope,
): LoweredTable {
  const beside: Scope = scopeWith(scope, { relations: [...scope.relations, ...left.relations] })
  const right = distinctName(lowerer, left.relations, lowerer.table(join.right, beside))
  if (join.type === 'semi' || join.type === 'anti')
    return lowerSemi(lowerer, join, left, right, scope)
  const keys = keysOf(lowerer, join, left, right)
  const inner: Scope = scopeWith(scope, {
    relations: [...scope.relations, ...left.relations, ...right.relations],
  })
  const on = join.on && condition(lowerer, join.on, inner).pg
  const type = join.type === 'cross' && on ? 'inner' : join.type
  const kept = conditionsOf(lowerer, join, left, right)
  const whole = and([...(on ? [on] : []), ...kept.on])
  const isBare = !whole && !keys && !join.natural
  const table: PgJoin = {
    kind: 'join',
    type: isBare && type === 'inner' ? 'cross' : type,
    left: left.table,
    right: right.table,
    natural: join.natural,
    on: whole ?? (isBare && type !== 'cross' && type !== 'inner' ? TRUE : undefined),
    using: join.natural ? undefined : keys,
  }
  return {
    table,
    relations: keys ? merged(left, right, keys, type) : [...left.relations, ...right.relations],
    conditions: kept.where,
  }
}

/** Conditions of semi joins below: they filter one side, before an outer join keeps rows of the other. */
function conditionsOf(
  lowerer: Lowerer,
  join: Omit<Join, 'left'>,
  left: LoweredTable,
  right: LoweredTable,
): { readonly on: readonly PgExpression[]; readonly where: readonly PgExpression[] } {
  const all = [...left.conditions, ...right.conditions]
  if (all.length === 0 || join.type === 'inner' || join.type === 'cross')
    return { on: [], where: all }
  if (join.using || join.natural || join.type === 'full') {
    return lowerer.context.refuse('a semi join within an outer join', join)
  }
  return join.type === 'left'
    ? { on: right.conditions, where: left.conditions }
    : { on: left.conditions, where: right.conditions }
}

function keysOf(
  lowerer: Lowerer,
  join: Omit<Join, 'left'>,
  left: LoweredTable,
  right: LoweredTable,
): readonly string[] | undefined {
  if (join.using) return join.using
  if (!join.natural) return undefined
  const names = (table: LoweredTable) =>
    table.relations.flatMap(({ columns }) =>
      (columns ?? []).flatMap((one) =>
        one.name === undefined || one.qualifiedOnly ? [] : [fold(one.name)],
      ),
    )
  if ([...left.relations, ...right.relations].some(({ columns }) => !columns)) {
    if (join.type === 'semi' || join.type === 'anti') {
      return lowerer.context.needsSchema('NATURAL needs the columns', join)
    }
    return undefined
  }
  const others = names(right)
  return names(left).filter((one) => others.includes(one))
}

/** The columns of USING are one column each: of the left, of the right for a right join. */
function merged(
  left: LoweredTable,
  right: LoweredTable,
  keys: readonly string[],
  type: Join['type'],
): readonly Relation[] {
  const folded = keys.map(fold)
  const hide = (
    relations: readonly Relation[],
    mark: Partial<RelationColumn>,
  ): readonly Relation[] =>
    relations.map((relation) => {
      const columns = relation.columns?.map((column) =>
        folded.includes(fold(column.name ?? '')) ? { ...column, ...mark } : column,
      )
      return { ...relation, columns }
    })
  const isRight = type === 'right'
  return [
    ...hide(left.relations, isRight ? { qualifiedOnly: true } : { merged: true }),
    ...hide(right.relations, isRight ? { merged: true } : { qualifiedOnly: true }),
  ]
}

/** LEFT SEMI and ANTI JOIN are EXISTS over the right side. */
function lowerSemi(
  lowerer: Lowerer,
  join: Omit<Join, 'left'>,
  left: LoweredTable,
  right: LoweredTable,
  scope: Scope,
): LoweredTable {
  const inner: Scope = scopeWith(scope, {
    relations: [...scope.relations, ...left.relations, ...right.relations],
  })
  const keys = keysOf(lowerer, join, left, right)
  const equal = (keys ?? []).map((key) => equality(lowerer, join, left, right, key))
  const on = join.on ? [condition(lowerer, join.on, inner).pg] : []
  const query = { body: selectAll(right.table, [...equal, ...on, ...right.conditions]) }
  const exists: PgExpression = { kind: 'exists', query }
  const test: PgExpression =
    join.type === 'anti' ? { kind: 'prefix', operator: 'NOT', value: exists } : exists
  return { ...left, conditions: [...left.conditions, test] }
}

function equality(
  lowerer: Lowerer,
  join: Omit<Join, 'left'>,
  left: LoweredTable,
  right: LoweredTable,
  key: string,
): PgExpression {
  const column = (table: LoweredTable) => {
    const own = table.relations.find(
      ({ columns }) => !columns || columns.some((one) => fold(one.name ?? '') === fold(key)),
    )?.names[0]
    if (own === undefined) return lowerer.context.refuse('USING of a table without a name', join)
    return name(own, fold(key))
  }
  return binary('=', column(left), column(right))
}
