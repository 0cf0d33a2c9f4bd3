import { fold, identifier, qualified } from '../../postgres/identifier.js'
import { layout, listed } from '../../postgres/layout.js'
import { PRINTER } from '../../postgres/printer.js'
import type { Merge, MergeClause } from '../../spark/ast/statement.js'
import { condition } from '../expression/condition.js'
import type { Lowerer } from '../lowerer.js'
import { relationOf } from '../query/alias.js'
import { tableName } from '../query/table-name.js'
import { EMPTY_SCOPE, type OutputColumn, type Relation, type Scope, scopeWith } from '../scope.js'
import { printAssignments } from './change.js'

interface Sides {
  readonly target: Relation
  readonly source: Relation
  readonly both: Scope
  readonly columns: readonly OutputColumn[] | undefined
}

export function lowerMerge(lowerer: Lowerer, merge: Merge): string {
  if (merge.schemaEvolution) lowerer.context.refuse('MERGE WITH SCHEMA EVOLUTION', merge)
  const own = qualified(tableName(lowerer, merge.table, merge))
  const columns = lowerer.catalog.table(merge.table)
  const target = relationOf(merge.alias, columns, merge.table)
  const { table, relations } = lowerer.table(merge.source, EMPTY_SCOPE)
  const [source] = relations
  if (!source) return lowerer.context.refuse('MERGE without a source', merge)
  const both: Scope = scopeWith(EMPTY_SCOPE, { relations: [target, ...relations] })
  const sides: Sides = { target, source, both, columns }
  const alias = merge.alias?.name === undefined ? '' : ` AS ${identifier(merge.alias.name)}`
  const on = PRINTER.condition(condition(lowerer, merge.on, both).pg)
  const clauses = merge.clauses.map((clause) => printClause(lowerer, clause, sides))
  const head = [`MERGE INTO ${own}${alias}`, `USING ${PRINTER.table(table)}`, `ON ${on}`]
  return layout([...head, ...clauses])
}

function printClause(lowerer: Lowerer, clause: MergeClause, sides: Sides): string {
  const { when, action } = clause
  const scope: Scope = scopeWith(sides.both, { relations: visible(when, sides) })
  const test = clause.condition
    ? ` AND ${PRINTER.expression(condition(lowerer, clause.condition, scope).pg)}`
    : ''
  const head = `WHEN ${when.toUpperCase()}${test} THEN`
  switch (action.kind) {
    case 'delete':
      return `${head} DELETE`
    case 'update':
      return listed(
        `${head} UPDATE SET`,
        action.set === '*'
          ? allAssignments(lowerer, clause, sides)
          : printAssignments(lowerer, action.set, scope, sides.columns),
      )
    case 'insert':
      return `${head} ${printInsert(lowerer, clause, action, scope, sides)}`
  }
}

function visible(when: MergeClause['when'], { target, source, both }: Sides): readonly Relation[] {
  if (when === 'not matched') return [source]
  return when === 'not matched by source' ? [target] : both.relations
}

function names(lowerer: Lowerer, clause: MergeClause, sides: Sides): readonly string[] {
  const columns = sides.columns ?? sides.source.columns
  const all = columns?.flatMap(({ name }) => (name === undefined ? [] : [fold(name)]))
  return all ?? lowerer.context.needsSchema('MERGE with * needs the columns', clause)
}

function sourceColumn(
  lowerer: Lowerer,
  clause: MergeClause,
  { source }: Sides,
  own: string,
): string {
  const [table] = source.names
  if (table === undefined) return lowerer.context.refuse('a source of MERGE without a name', clause)
  return qualified([table, own])
}

function allAssignments(lowerer: Lowerer, clause: MergeClause, sides: Sides): readonly string[] {
  return names(lowerer, clause, sides).map(
    (own) => `${identifier(own)} = ${sourceColumn(lowerer, clause, sides, own)}`,
  )
}

function printInsert(
  lowerer: Lowerer,
  clause: MergeClause,
  action: Extract<MergeClause['action'], { readonly kind: 'insert' }>,
  scope: Scope,
  sides: Sides,
): string {
  if (action.columns === '*') {
    const all = names(lowerer, clause, sides)
    const values = all.map((own) => sourceColumn(lowerer, clause, sides, own))
    return `INSERT (${all.map(identifier).join(', ')}) VALUES (${values.join(', ')})`
  }
  const list = action.columns.map((parts) => identifier(parts.at(-1) ?? ''))
  const values = action.values.map((value) =>
    PRINTER.expression(lowerer.expression(value, scope).pg),
  )
  return `INSERT ${list.length > 0 ? `(${list.join(', ')}) ` : ''}VALUES (${values.join(', ')})`
}
