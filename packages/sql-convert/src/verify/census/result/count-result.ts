import type { PostgresStatement } from '../../grammar/parse-postgres.js'
import { child, kindOf, list, number, type Tree, text } from '../../grammar/tree.js'
import { type ResultEntry, table } from '../entry.js'
import { visitCall } from './call.js'
import { type ResultCensus, resultCensus } from './census.js'
import { definitionsOf, selectsOf } from './definitions.js'
import { type Node, nodeOf, nodesIn } from './nodes.js'
import { tablesIn } from './reads.js'
import { isNotExists } from './root.js'
import { visitSelect } from './select.js'
import { visitStatement } from './statement.js'

export interface ResultCount {
  readonly entries: readonly ResultEntry[]
  readonly outputs: number | undefined
  readonly parameters: ReadonlySet<number>
}

/**
 * What the statements hold that one statement became.
 *
 * @param known the words of the source, in small letters
 */
export function countResult(
  statements: readonly PostgresStatement[],
  known: ReadonlySet<string>,
): ResultCount {
  const nodes = statements.map(({ kind, tree }): Node => [kind, tree])
  const census = resultCensus(definitionsOf(nodes, known))
  const top = nodes.flatMap((node) => selectsOf(topQuery(node)))
  const walk = {
    census,
    top: new Set(top),
    known,
    parameters: new Set<number>(),
    ownTables: ownTablesOf(nodes, known),
  }
  for (const node of nodes) visit(walk, node)
  const outputs = top[0] && outputsOf(top[0])
  return { entries: census.entries, outputs, parameters: walk.parameters }
}

function ownTablesOf(nodes: readonly Node[], known: ReadonlySet<string>): ReadonlySet<string> {
  const names = nodes.flatMap(commonTables).filter((name) => !known.has(name))
  return new Set(names)
}

function commonTables(node: Node): readonly string[] {
  const own = node[0] === 'CommonTableExpr' ? [text(node[1], 'ctename')] : []
  return [...own, ...nodesIn(node).flatMap(commonTables)]
}

/** The query whose columns are those of the statement. */
function topQuery([kind, body]: Node): Tree | undefined {
  if (kind === 'SelectStmt') return body
  const field = kind === 'InsertStmt' ? 'selectStmt' : 'query'
  return child(child(body, field) ?? {}, 'SelectStmt')
}

function outputsOf(select: Tree): number | undefined {
  const items = list(select, 'targetList')
  if (items.length === 0 || items.some(isStar)) return undefined
  return items.length
}

function isStar(item: Tree): boolean {
  const [, target] = kindOf(item)
  const value = nodeOf(target, 'val')
  if (!value) return false
  const [kind, body] = value
  const field = kind === 'ColumnRef' ? 'fields' : 'indirection'
  return list(body, field).some((part) => 'A_Star' in part)
}

/** A query without a table, as a function that gives one row becomes. */
function isRow(derived: Tree): boolean {
  const select = child(child(derived, 'subquery') ?? {}, 'SelectStmt')
  return select !== undefined && !('fromClause' in select)
}

interface Walk {
  readonly census: ResultCensus
  readonly top: ReadonlySet<Tree>
  readonly known: ReadonlySet<string>
  readonly parameters: Set<number>
  /** Names of WITH that the source does not have. */
  readonly ownTables: ReadonlySet<string>
}

function visit(walk: Walk, node: Node, isNegated = false): void {
  const { census } = walk
  const [kind, body] = node
  // A change may stand within a query, too: WITH x AS (DELETE …) SELECT ….
  visitStatement(census, node)
  switch (kind) {
    case 'SelectStmt':
      visitSelect(census, body, { isTop: walk.top.has(body), known: walk.known })
      break
    case 'JoinExpr':
      visitJoin(census, body, !tablesIn(node).some((name) => walk.known.has(name)))
      break
    case 'RangeVar':
      census.add('table', [table(text(body, 'relname'))], walk.ownTables.has(text(body, 'relname')))
      break
    case 'RangeFunction':
      census.add('generator', census.marks(node))
      break
    case 'RangeSubselect':
      if (body.lateral === true || isRow(body)) census.add('generator', census.marks(node))
      break
    case 'SubLink':
      if (text(body, 'subLinkType') === 'EXISTS_SUBLINK') {
        census.add('join', [isNegated ? 'anti' : 'semi', ...census.marks(node)])
      }
      break
    case 'FuncCall':
      visitCall(census, node)
      break
    case 'CaseExpr':
      census.add('branch', [...census.marks(nodeOf(body, 'defresult')), 'else'])
      break
    case 'CaseWhen':
      census.add('branch', census.marks(node))
      break
    case 'ParamRef':
      census.add('parameter', census.marks(node))
      walk.parameters.add(number(body, 'number'))
      break
    case 'UpdateStmt':
    case 'DeleteStmt':
      census.conditions('where', nodeOf(body, 'whereClause'))
      break
  }
  for (const inner of nodesIn(node)) visit(walk, inner, isNotExists(node))
}

const JOINS: Readonly<Record<string, string>> = {
  JOIN_FULL: 'full',
  JOIN_INNER: 'inner',
  JOIN_LEFT: 'left',
  JOIN_RIGHT: 'right',
}

function visitJoin(census: ResultCensus, body: Tree, isOwn: boolean): void {
  const right = nodeOf(body, 'rarg')
  const type = JOINS[text(body, 'jointype')] ?? ''
  const keys = list(body, 'usingClause')
  const isKeyed = body.isNatural === true || keys.length > 0 || 'quals' in body
  census.add('join', [type, ...census.marks(right), ...(isKeyed ? ['keyed'] : [])])
  census.conditions('on', nodeOf(body, 'quals'), isOwn)
  for (const key of keys) census.add('on', census.marks(['ColumnRef', { fields: [key] }]), isOwn)
  if (right && type === 'left' && (right[0] === 'RangeFunction' || right[1].lateral === true)) {
    census.add('generator', ['outer', ...census.marks(right)])
  }
}
