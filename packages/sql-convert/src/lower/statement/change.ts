import { fold, identifier, qualified } from '../../postgres/identifier.js'
import { layout, listed } from '../../postgres/layout.js'
import { PRINTER } from '../../postgres/printer.js'
import type { Assignment, Delete, Update } from '../../spark/ast/statement.js'
import { castTo } from '../cast/cast.js'
import { condition } from '../expression/condition.js'
import type { Lowerer } from '../lowerer.js'
import { relationOf } from '../query/alias.js'
import { tableName } from '../query/table-name.js'
import { EMPTY_SCOPE, type OutputColumn, type Scope, scopeWith } from '../scope.js'

function target(
  lowerer: Lowerer,
  node: Delete | Update,
): { readonly text: string; readonly scope: Scope } {
  const { table, alias } = node
  const own = qualified(tableName(lowerer, table, node))
  const relation = relationOf(alias, lowerer.catalog.table(table), table)
  const text = alias?.name === undefined ? own : `${own} AS ${identifier(alias.name)}`
  return { text, scope: scopeWith(EMPTY_SCOPE, { relations: [relation] }) }
}

export function lowerDelete(lowerer: Lowerer, node: Delete): string {
  const { text, scope } = target(lowerer, node)
  return layout([`DELETE FROM ${text}`, where(lowerer, node, scope)])
}

export function lowerUpdate(lowerer: Lowerer, node: Update): string {
  const { text, scope } = target(lowerer, node)
  const set = printAssignments(lowerer, node.set, scope, lowerer.catalog.table(node.table))
  return layout([`UPDATE ${text}`, listed('SET', set), where(lowerer, node, scope)])
}

function where(lowerer: Lowerer, node: Delete | Update, scope: Scope): string {
  return node.where ? `WHERE ${PRINTER.condition(condition(lowerer, node.where, scope).pg)}` : ''
}

/** `t.a = 1` sets `a`: Postgres takes no table before it. */
export function printAssignments(
  lowerer: Lowerer,
  set: readonly Assignment[],
  scope: Scope,
  columns: readonly OutputColumn[] | undefined,
): readonly string[] {
  return set.map(({ column, value }) => {
    const own = column.at(-1) ?? ''
    if (value.kind === 'column' && /^default$/i.test(value.parts.join('.'))) {
      return `${identifier(own)} = DEFAULT`
    }
    const bound = lowerer.expression(value, scope)
    const type = columns?.find((one) => fold(one.name ?? '') === fold(own))?.type
    const typed = type ? (castTo(bound, type) ?? bound) : bound
    return `${identifier(own)} = ${PRINTER.expression(bound.untyped ? bound.pg : typed.pg)}`
  })
}
