import { isTree, kindOf, type Tree } from '../../grammar/tree.js'

/** A node with the name of its kind. */
export type Node = readonly [kind: string, body: Tree]

/** Fields whose node stands there without the name of its kind. */
const BARE: Readonly<Record<string, string>> = {
  into: 'IntoClause',
  over: 'WindowDef',
  rel: 'Target',
  relation: 'Target',
  view: 'Target',
  withClause: 'WithClause',
}

/** A tree is gone through for each clause that it is in: what is found is kept as long as the tree. */
const FOUND = new WeakMap<Tree, readonly Node[]>()

/** The nodes directly in another, in the order of its fields. */
export function nodesIn(node: Node): readonly Node[] {
  const known = FOUND.get(node[1])
  if (known) return known
  const nodes = find(node)
  FOUND.set(node[1], nodes)
  return nodes
}

function find([kind, body]: Node): readonly Node[] {
  return Object.entries(body).flatMap(([field, value]): readonly Node[] => {
    if (Array.isArray(value)) {
      const nodes = value.filter(isTree).map(kindOf)
      return field === 'relations' ? nodes.map(([, table]): Node => ['Target', table]) : nodes
    }
    if (!isTree(value)) return []
    const bare = bareKind(kind, field)
    return [bare === undefined ? kindOf(value) : [bare, value]]
  })
}

function bareKind(kind: string, field: string): string | undefined {
  if (kind === 'SelectStmt' && /^[lr]arg$/.test(field)) return 'SelectStmt'
  if (kind === 'TableLikeClause' && field === 'relation') return 'RangeVar'
  return BARE[field]
}

/** The node of a field. */
export function nodeOf(body: Tree, field: string): Node | undefined {
  const value = body[field]
  return isTree(value) ? kindOf(value) : undefined
}
