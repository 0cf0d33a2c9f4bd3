import { child, kindOf, list, type Tree, text } from '../../grammar/tree.js'
import { type Node, nodesIn } from './nodes.js'

/** Whether a table of the source is read, at whatever depth; of its branches each may. */
export function readsOneOf(select: Tree, known: ReadonlySet<string>): boolean {
  const tables = list(select, 'fromClause').flatMap((one) => tablesIn(kindOf(one)))
  const branches = ['larg', 'rarg'].flatMap((field): readonly Tree[] => {
    const branch = child(select, field)
    return branch ? [branch] : []
  })
  return tables.some((name) => known.has(name)) || branches.some((one) => readsOneOf(one, known))
}

export function tablesIn(node: Node): readonly string[] {
  const own = node[0] === 'RangeVar' ? [text(node[1], 'relname')] : []
  return [...own, ...nodesIn(node).flatMap(tablesIn)]
}
