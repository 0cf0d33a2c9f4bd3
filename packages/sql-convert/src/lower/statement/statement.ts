import { PRINTER } from '../../postgres/printer.js'
import type { Statement } from '../../spark/ast/statement.js'
import type { Lowerer } from '../lowerer.js'
import { EMPTY_SCOPE } from '../scope.js'
import { lowerAlter } from './alter-table.js'
import { lowerDelete, lowerUpdate } from './change.js'
import { lowerCommand } from './command.js'
import { lowerCreateFunction } from './create-function.js'
import { lowerCreateTable } from './create-table.js'
import { lowerCreateView } from './create-view.js'
import { lowerInsert } from './insert.js'
import { lowerMerge } from './merge.js'
import { lowerCommentOn, lowerCreateSchema, lowerDrop, lowerTruncate } from './name-only.js'

/** The statements of PostgreSQL that one of Databricks becomes, in order. */
export function lowerStatement(lowerer: Lowerer, statement: Statement): readonly string[] {
  switch (statement.kind) {
    case 'query statement':
      return [PRINTER.query(lowerer.query(statement.query, EMPTY_SCOPE).query)]
    case 'insert':
      return lowerInsert(lowerer, statement)
    case 'update':
      return [lowerUpdate(lowerer, statement)]
    case 'delete':
      return [lowerDelete(lowerer, statement)]
    case 'merge':
      return [lowerMerge(lowerer, statement)]
    case 'create table':
      return lowerCreateTable(lowerer, statement)
    case 'create view':
      return lowerCreateView(lowerer, statement)
    case 'create function':
      return lowerCreateFunction(lowerer, statement)
    case 'create schema':
      return [lowerCreateSchema(lowerer, statement)]
    case 'drop':
      return [lowerDrop(lowerer, statement)]
    case 'alter table':
      return lowerAlter(lowerer, statement)
    case 'truncate':
      return [lowerTruncate(lowerer, statement)]
    case 'comment on':
      return [lowerCommentOn(lowerer, statement)]
    case 'command':
      return lowerCommand(lowerer, statement)
  }
}
