import { child, type Node, names, nodeIn, nodesIn, type Tree, text } from '../grammar/tree.js'
import { columnKey } from './key-of.js'
import {
  hasColumn,
  innerScope,
  isUse,
  type Outputs,
  outputsOf,
  placeIn,
  renamed,
  type Scope,
  type Source,
} from './scope.js'
import { type TableUse, useOf } from './table-use.js'
import { walkExpression, walkWhere } from './walk-expression.js'

/** Adds what stands in FROM to a scope, and the conditions of its joins. */
export function walkFrom(scope: Scope, [kind, body]: Node): readonly Source[] {
  const before = scope.sources.length
  switch (kind) {
    case 'RangeVar':
      addNamed(scope, body)
      break
    case 'RangeSubselect':
      addSubselect(scope, body)
      break
    case 'RangeFunction':
      for (const [, item] of nodesIn(body, 'functions')) {
        for (const one of nodesIn(item, 'items')) walkExpression(scope, one)
      }
      break
    case 'RangeTableSample': {
      const relation = nodeIn(body, 'relation')
      if (relation) walkFrom(scope, relation)
      break
    }
    case 'JoinExpr':
      walkJoin(scope, body)
      break
    default:
      break
  }
  return scope.sources.slice(before)
}

function walkJoin(scope: Scope, body: Tree): void {
  const left = nodeIn(body, 'larg')
  const right = nodeIn(body, 'rarg')
  if (!left || !right) return
  const lefts = walkFrom(scope, left)
  const rights = walkFrom(scope, right)
  const shared = body.isNatural === true ? sharedColumns(lefts, rights) : names(body, 'usingClause')
  for (const column of shared) joinOn(lefts, rights, column)
  walkWhere(scope, nodeIn(body, 'quals'))
}

function sharedColumns(lefts: readonly Source[], rights: readonly Source[]): readonly string[] {
  const columns = lefts.flatMap(({ from }) => [...outputsOf(from).keys()])
  return [...new Set(columns)].filter((one) => rights.some(({ from }) => hasColumn(from, one)))
}

/** USING and NATURAL: the columns of both sides are equal. */
function joinOn(lefts: readonly Source[], rights: readonly Source[], column: string): void {
  const [left, right] = [lefts, rights].map((side) => {
    const source = side.find(({ from }) => hasColumn(from, column))
    return source && placeIn(source.from, column)
  })
  for (const [one, other] of [
    [left, right],
    [right, left],
  ]) {
    if (!one || !other) continue
    one.use.needed.add(one.column)
    one.use.conditions.push({ kind: 'equal', key: columnKey(one.column), joins: [other.use] })
  }
}

function addNamed(scope: Scope, body: Tree): void {
  const cte = body.schemaname === undefined ? scope.ctes.get(text(body, 'relname')) : undefined
  if (!cte) {
    addTable(scope, body, true)
    return
  }
  scope.sources.push({ alias: aliasOf(body), from: renamed(cte, columnAliases(body)) })
}

function addSubselect(scope: Scope, body: Tree): void {
  const query = nodeIn(body, 'subquery')
  if (!query) return
  const outer = body.lateral === true ? scope : (scope.outer ?? innerScopeWithout(scope))
  const outputs = scope.walk.walkQuery(innerScope(outer, scope.ctes), query)
  scope.sources.push({ alias: aliasOf(body), from: renamed(outputs, columnAliases(body)) })
}

/** What a sub-query in FROM sees that is not LATERAL: nothing beside it. */
function innerScopeWithout(scope: Scope): Scope {
  return { walk: scope.walk, sources: [], ctes: scope.ctes }
}

/** A table or view by its RangeVar, under its alias; undefined for what is neither or unknown. */
export function addTable(scope: Scope, body: Tree, isSeen: boolean): TableUse | undefined {
  const { walk } = scope
  const schema = text(body, 'schemaname')
  const table = walk.catalog.find(text(body, 'relname'), schema === '' ? undefined : schema)
  if (!table) {
    walk.unknownTables.add([schema, text(body, 'relname')].filter((one) => one !== '').join('.'))
    return undefined
  }
  const from = table.definition === null ? useOf(table) : viewOutputs(scope, table.definition)
  if (isUse(from) && isSeen) walk.uses.push(from)
  if (isSeen) scope.sources.push({ alias: aliasOf(body), from: aliased(from, columnAliases(body)) })
  return isUse(from) ? from : undefined
}

function aliased(from: TableUse | Outputs, columns: readonly string[]): TableUse | Outputs {
  return columns.length === 0 ? from : renamed(outputsOf(from), columns)
}

function viewOutputs({ walk }: Scope, definition: string): Outputs {
  const [statement] = walk.grammar.parse(definition)
  const scope: Scope = { walk, sources: [], ctes: new Map() }
  return statement ? walk.walkQuery(scope, statement.node) : new Map()
}

function aliasOf(body: Tree): string {
  return text(child(body, 'alias') ?? {}, 'aliasname') || text(body, 'relname')
}

function columnAliases(body: Tree): readonly string[] {
  return names(child(body, 'alias') ?? {}, 'colnames')
}
