/** A tree of PostgreSQL's grammar as libpg_query gives it, read as plain JSON. */
export type Tree = Readonly<Record<string, unknown>>

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What stands in a field, without the name of its kind: `{ SelectStmt: … }` and `…` alike. */
export function child(tree: Tree, field: string): Tree | undefined {
  const value = tree[field]
  return isTree(value) ? value : undefined
}

export function list(tree: Tree, field: string): readonly Tree[] {
  const value = tree[field]
  return Array.isArray(value) ? value.filter(isTree) : []
}

export function text(tree: Tree, field: string): string {
  const value = tree[field]
  return typeof value === 'string' ? value : ''
}

/** A number; fields that are 0 are left out of the trees. */
export function number(tree: Tree, field: string): number {
  const value = tree[field]
  return typeof value === 'number' ? value : 0
}

/** The kind of a node and what it holds: `{ SelectStmt: … }`. */
export function kindOf(node: Tree): readonly [kind: string, body: Tree] {
  for (const [kind, body] of Object.entries(node)) {
    if (isTree(body) && /^[A-Z]/.test(kind)) return [kind, body]
  }
  return ['', node]
}

/** The body of a node, if it is of this kind. */
export function bodyOf(node: Tree | undefined, kind: string): Tree | undefined {
  return node && child(node, kind)
}
