import { bodyOf, child, kindOf, list, type Tree, text } from '../../grammar/tree.js'
import { column, type Mark, table } from '../entry.js'
import type { ResultCensus } from './census.js'
import { strings } from './marks.js'
import { type Node, nodeOf } from './nodes.js'

/** What a statement is about, before what is within it. */
export function visitStatement(census: ResultCensus, [kind, body]: Node): void {
  switch (kind) {
    case 'InsertStmt':
      census.add('target', tableOf(body, 'relation'))
      for (const name of itemNames(body, 'cols')) census.add('target', [column(name)])
      return
    case 'UpdateStmt':
      census.add('target', tableOf(body, 'relation'))
      visitAssignments(census, body)
      break
    case 'DeleteStmt':
      census.add('target', tableOf(body, 'relation'))
      census.add('object', ['emptied', ...tableOf(body, 'relation')])
      break
    case 'MergeStmt':
      visitMerge(census, body)
      break
    case 'TruncateStmt':
      for (const one of list(body, 'relations')) {
        census.add('object', ['emptied', ...census.marks(kindOf(one))])
      }
      return
    case 'CommentStmt':
      census.add('object', ['comment'])
      break
    default:
      visitDefinition(census, [kind, body])
      break
  }
}

function visitDefinition(census: ResultCensus, [kind, body]: Node): void {
  switch (kind) {
    case 'CreateStmt':
      census.add('object', ['create', ...tableOf(body, 'relation')])
      for (const one of list(body, 'tableElts')) visitElement(census, kindOf(one))
      return
    case 'CreateTableAsStmt':
      census.add('object', ['create', ...tableOf(child(body, 'into') ?? {}, 'rel')])
      for (const name of strings(child(body, 'into') ?? {}, 'colNames')) {
        census.add('target', [column(name)])
      }
      return
    case 'ViewStmt':
      census.add('object', ['create', ...tableOf(body, 'view')])
      for (const name of strings(body, 'aliases')) census.add('target', [column(name)])
      return
    case 'CreateFunctionStmt':
      census.add('object', ['create', table(strings(body, 'funcname').at(-1) ?? '')])
      break
    case 'CreateSchemaStmt':
      census.add('object', ['create', table(text(body, 'schemaname'))])
      break
    case 'DropStmt':
      for (const one of list(body, 'objects'))
        census.add('object', ['drop', table(objectName(one))])
      return
    case 'RenameStmt':
      census.add('object', [
        'alter',
        ...tableOf(body, 'relation'),
        column(text(body, 'subname')),
        column(text(body, 'newname')),
      ])
      break
    case 'AlterTableStmt':
      visitAlter(census, body)
      break
    default:
      return
  }
}

function visitAlter(census: ResultCensus, body: Tree): void {
  census.add('object', ['alter', ...tableOf(body, 'relation')])
  for (const one of list(body, 'cmds')) {
    const command = bodyOf(one, 'AlterTableCmd') ?? {}
    const definition = nodeOf(command, 'def')
    if (definition) visitElement(census, definition)
    else census.add('object', ['alter', column(text(command, 'name'))])
  }
}

/** A column, a constraint or LIKE within CREATE TABLE. */
function visitElement(census: ResultCensus, [kind, body]: Node): void {
  if (kind === 'ColumnDef') {
    const constraints = list(body, 'constraints').map((one) => bodyOf(one, 'Constraint') ?? {})
    const marks = constraints.flatMap((one) => [
      CONSTRAINTS[text(one, 'contype')] ?? '',
      ...census.marks(nodeOf(one, 'raw_expr')),
    ])
    census.add('column definition', [column(text(body, 'colname')), ...marks])
  }
  if (kind !== 'Constraint') return
  const columns = ['keys', 'fk_attrs', 'pk_attrs'].flatMap((field) => strings(body, field))
  const referred = child(body, 'pktable')
  census.add('object', [
    CONSTRAINTS[text(body, 'contype')] ?? '',
    ...columns.map(column),
    ...(referred ? [table(text(referred, 'relname'))] : []),
    ...census.marks(nodeOf(body, 'raw_expr')),
  ])
}

const CONSTRAINTS: Readonly<Record<string, Mark>> = {
  CONSTR_CHECK: 'check',
  CONSTR_DEFAULT: 'default',
  CONSTR_FOREIGN: 'foreign key',
  CONSTR_GENERATED: 'generated',
  CONSTR_IDENTITY: 'identity',
  CONSTR_NOTNULL: 'not null',
  CONSTR_PRIMARY: 'primary key',
}

function visitAssignments(census: ResultCensus, body: Tree): void {
  for (const one of list(body, 'targetList')) {
    const target = bodyOf(one, 'ResTarget') ?? {}
    const name = text(target, 'name')
    census.add('assignment', [`to ${name}`, ...census.marks(nodeOf(target, 'val'))])
  }
}

function visitMerge(census: ResultCensus, body: Tree): void {
  census.add('target', tableOf(body, 'relation'))
  census.conditions('on', nodeOf(body, 'joinCondition'))
  for (const one of list(body, 'mergeWhenClauses')) {
    const clause = bodyOf(one, 'MergeWhenClause') ?? {}
    census.add('merge clause', [
      WHEN[text(clause, 'matchKind')] ?? '',
      text(clause, 'commandType').replace('CMD_', '').toLowerCase(),
      ...census.marks(nodeOf(clause, 'condition')),
    ])
    const values = list(clause, 'values')
    if (values.length === 0) visitAssignments(census, clause)
    for (const [place, name] of itemNames(clause, 'targetList').entries()) {
      const value = values[place]
      if (value) census.add('assignment', [`to ${name}`, ...census.marks(kindOf(value))])
    }
  }
}

const WHEN: Readonly<Record<string, Mark>> = {
  MERGE_WHEN_MATCHED: 'matched',
  MERGE_WHEN_NOT_MATCHED_BY_SOURCE: 'not matched by source',
  MERGE_WHEN_NOT_MATCHED_BY_TARGET: 'not matched',
}

function tableOf(body: Tree, field: string): readonly Mark[] {
  return [table(text(child(body, field) ?? {}, 'relname'))]
}

function itemNames(body: Tree, field: string): readonly string[] {
  return list(body, field).map((one) => text(bodyOf(one, 'ResTarget') ?? {}, 'name'))
}

/** Of a list of names, a name, or a function with its arguments. */
function objectName(node: Tree): string {
  const [kind, body] = kindOf(node)
  if (kind === 'String') return text(body, 'sval')
  return strings(body, kind === 'List' ? 'items' : 'objname').at(-1) ?? ''
}
