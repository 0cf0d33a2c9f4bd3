import { child, isTree, type Node, nodeIn, nodesIn, type Tree, text } from '../grammar/tree.js'
import { withCtes } from './ctes.js'
import { innerScope, NOTHING, type Outputs, type Scope } from './scope.js'
import type { TableUse, TableWrite } from './table-use.js'
import { walkExpression, walkWhere } from './walk-expression.js'
import { addTable, walkFrom } from './walk-from.js'
import { walkSelect } from './walk-select.js'

/** Goes through a statement; returns the columns that it gives. */
export function walkStatement(outer: Scope, [kind, body]: Node): Outputs {
  switch (kind) {
    case 'SelectStmt':
      return walkSelect(outer, body)
    case 'InsertStmt':
      return walkInsert(outer, body)
    case 'UpdateStmt':
    case 'DeleteStmt':
      return walkChange(outer, kind, body)
    case 'MergeStmt':
      return walkMerge(outer, body)
    default:
      return NOTHING
  }
}

function walkInsert(outer: Scope, body: Tree): Outputs {
  const scope = withCtes(outer, body)
  const source = nodeIn(body, 'selectStmt')
  if (source) scope.walk.walkQuery(scope, source)
  const table = target(scope, body)?.table
  if (table) scope.walk.writes.push({ table, kind: 'insert', columns: [] })
  const conflict = child(body, 'onConflictClause')
  if (table && conflict && text(conflict, 'action') === 'ONCONFLICT_UPDATE') {
    scope.walk.writes.push({ table, kind: 'update', columns: setColumns(conflict) })
  }
  return NOTHING
}

function walkChange(outer: Scope, kind: 'UpdateStmt' | 'DeleteStmt', body: Tree): Outputs {
  const scope = withCtes(outer, body)
  const use = target(scope, body, true)
  for (const item of nodesIn(body, kind === 'UpdateStmt' ? 'fromClause' : 'usingClause')) {
    walkFrom(scope, item)
  }
  if (use) {
    // A changed row is read whole.
    use.needsAll = true
    scope.walk.writes.push(changeOf(use, kind, body))
  }
  for (const [, one] of nodesIn(body, 'targetList')) walkExpression(scope, nodeIn(one, 'val'))
  walkWhere(scope, nodeIn(body, 'whereClause'))
  return NOTHING
}

function changeOf({ table }: TableUse, kind: string, body: Tree): TableWrite {
  return kind === 'UpdateStmt'
    ? { table, kind: 'update', columns: setColumns(body) }
    : { table, kind: 'delete', columns: [] }
}

function walkMerge(outer: Scope, body: Tree): Outputs {
  const scope = withCtes(outer, body)
  const use = target(scope, body, true)
  const source = nodeIn(body, 'sourceRelation')
  if (source) walkFrom(scope, source)
  walkWhere(scope, nodeIn(body, 'joinCondition'))
  if (!use) return NOTHING
  use.needsAll = true
  for (const [, when] of nodesIn(body, 'mergeWhenClauses')) {
    const command = text(when, 'commandType')
    const { table } = use
    if (command === 'CMD_INSERT') scope.walk.writes.push({ table, kind: 'insert', columns: [] })
    if (command === 'CMD_UPDATE')
      scope.walk.writes.push({ table, kind: 'update', columns: setColumns(when) })
  }
  return NOTHING
}

/** The table that a statement changes; seen by its conditions where it is read too. */
function target(scope: Scope, body: Tree, isRead = false): TableUse | undefined {
  const relation = body.relation
  if (!isTree(relation)) return undefined
  return addTable(isRead ? scope : innerScope(scope), relation, isRead)
}

function setColumns(body: Tree): readonly string[] {
  return nodesIn(body, 'targetList').map(([, one]) => text(one, 'name'))
}
