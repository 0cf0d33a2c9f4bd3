import type { Call, Expression, Lambda, NamedExpression } from '../../../spark/ast/expression.js'
import type { GroupItem, Grouping, InlineTable } from '../../../spark/ast/query.js'
import type { Statement } from '../../../spark/ast/statement.js'
import type { Names } from './needs.js'
import { partsOf } from './parts.js'

/** What the names of a statement stand for, wherever in it they are given. */
export function namesOf(statement: Statement): Pick<Names, 'aliases' | 'empty'> {
  const aliases = new Map<string, Expression[]>()
  const empty = new Set<string>()
  eachNode(statement, (node) => {
    for (const [name, value] of meaningsIn(node)) {
      aliases.set(name, [...(aliases.get(name) ?? []), value])
    }
    for (const name of emptyIn(node)) empty.add(name)
  })
  return { aliases, empty }
}

function meaningsIn(node: object): readonly (readonly [name: string, value: Expression])[] {
  if (isAliased(node)) return [[(node.alias ?? '').toLowerCase(), node.value]]
  // A window of time has the name of the function that makes it.
  if (isTimeWindow(node)) return [[(node.name[0] ?? '').toLowerCase(), node]]
  const text = textOf(node)
  return text === undefined ? [] : [[text.toLowerCase(), { ...LITERAL, value: text }]]
}

function emptyIn(node: object): readonly string[] {
  if (isLambda(node)) return node.parameters.map((name) => name.toLowerCase())
  if (isInlineTable(node)) return emptyColumns(node)
  return isGrouping(node) ? unusedKeys(node) : []
}

/** Everything in a tree that is an object. */
function eachNode(node: unknown, visit: (node: object) => void): void {
  if (Array.isArray(node)) {
    for (const one of node) eachNode(one, visit)
  } else if (typeof node === 'object' && node !== null) {
    visit(node)
    for (const part of Object.values(node)) eachNode(part, visit)
  }
}

function isAliased(node: object): node is NamedExpression {
  return 'alias' in node && typeof node.alias === 'string' && 'value' in node
}

function isTimeWindow(node: object): node is Call {
  return (
    'kind' in node &&
    node.kind === 'call' &&
    'name' in node &&
    Array.isArray(node.name) &&
    /^(?:session_)?window$/i.test(String(node.name))
  )
}

const LITERAL = { kind: 'literal', start: 0, end: 0 } as const

/** Text in a select list has itself for a name. */
function textOf(node: object): string | undefined {
  const value = 'value' in node && !('kind' in node) ? node.value : undefined
  const isText = typeof value === 'object' && value !== null && 'kind' in value
  if (!isText || value.kind !== 'literal' || !('value' in value)) return undefined
  return typeof value.value === 'string' ? value.value : undefined
}

function isLambda(node: object): node is Lambda {
  return 'kind' in node && node.kind === 'lambda'
}

function isInlineTable(node: object): node is InlineTable {
  return 'kind' in node && node.kind === 'inline table'
}

function isGrouping(node: object): node is Grouping {
  return 'sets' in node && 'items' in node
}

/** Keys that are in no grouping set are NULL. */
function unusedKeys({ items, sets }: Grouping): readonly string[] {
  if (!sets) return []
  const used = new Set(sets.flat().flatMap(columnNames))
  return items.flatMap(columnNames).filter((name) => !used.has(name))
}

function columnNames(key: GroupItem): readonly string[] {
  if (key.kind === 'grouping sets') return []
  if (key.kind === 'column') return [(key.parts.at(-1) ?? '').toLowerCase()]
  return partsOf(key).flatMap(columnNames)
}

function emptyColumns({ rows, alias }: InlineTable): readonly string[] {
  const names = alias?.columns ?? []
  return names.flatMap((name, place) =>
    rows.length > 0 && rows.every((row) => isNull(cell(row, place))) ? [name.toLowerCase()] : [],
  )
}

function cell(row: Expression, place: number): Expression | undefined {
  if (row.kind === 'row') return row.items[place]?.value
  return place === 0 ? row : undefined
}

function isNull(value: Expression | undefined): boolean {
  return value?.kind === 'literal' && value.value === null
}
