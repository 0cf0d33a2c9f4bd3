import { isTree, kindOf, type Tree } from '../../grammar/tree.js'

/** A node with the name of its kind. */
export type Node = readonly [kind: string, body: Tree]

/** Fields whose node stands there without the name of its kind. */
const BARE: Readonly<Record<string, string>> = {
  into: 'IntoClause',
  over: 'WindowDef',
  rel: 'RangeVar',
  relation: 'RangeVar',
  view: 'RangeVar',
  withClause: 'WithClause',
}

/** The nodes directly in another, in the order of its fields. */
export function nodesIn([kind, body]: Node): readonly Node[] {
  return Object.entries(body).flatMap(([field, value]): readonly Node[] => {
    if (Array.isArray(value)) return value.filter(isTree).map(kindOf)
    if (!isTree(value)) return []
    const bare = kind === 'SelectStmt' && /^[lr]arg$/.test(field) ? 'SelectStmt' : BARE[field]
    return [bare === undefined ? kindOf(value) : [bare, value]]
  })
}

/** The node of a field. */
export function nodeOf(body: Tree, field: string): Node | undefined {
  const value = body[field]
  return isTree(value) ? kindOf(value) : undefined
}
