/** A tree of PostgreSQL's grammar as libpg_query gives it, read as plain JSON. */
export type Tree = Readonly<Record<string, unknown>>

/** A node with the name of its kind. */
export type Node = readonly [kind: string, body: Tree]

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function child(tree: Tree, field: string): Tree | undefined {
  const value = tree[field]
  return isTree(value) ? value : undefined
}

export function list(tree: Tree, field: string): readonly Tree[] {
  const value = tree[field]
  return Array.isArray(value) ? value.filter(isTree) : []
}

/** Fields that are empty are left out of the trees. */
export function text(tree: Tree, field: string): string {
  const value = tree[field]
  return typeof value === 'string' ? value : ''
}

export function number(tree: Tree, field: string): number {
  const value = tree[field]
  return typeof value === 'number' ? value : 0
}

/** The kind of a node and what it holds: `{ SelectStmt: … }`. */
export function nodeOf(node: Tree | undefined): Node {
  for (const [kind, body] of Object.entries(node ?? {})) {
    if (isTree(body) && /^[A-Z]/.test(kind)) return [kind, body]
  }
  return ['', node ?? {}]
}

/** The node of a field. */
export function nodeIn(tree: Tree, field: string): Node | undefined {
  const value = child(tree, field)
  return value && nodeOf(value)
}

/** The nodes of a list. */
export function nodesIn(tree: Tree, field: string): readonly Node[] {
  return list(tree, field).map(nodeOf)
}

/** Texts of a list of strings, such as the parts of a name. */
export function names(tree: Tree, field: string): readonly string[] {
  return nodesIn(tree, field).flatMap(([kind, body]) =>
    kind === 'String' ? [text(body, 'sval')] : [],
  )
}

/** Every node below and including this one, sub-queries left out unless told. */
export function* nodesBelow(
  [kind, body]: Node,
  into: (kind: string) => boolean = () => true,
): Generator<Node> {
  yield [kind, body]
  if (!into(kind)) return
  for (const value of Object.values(body)) {
    const children = Array.isArray(value) ? value.filter(isTree) : isTree(value) ? [value] : []
    for (const one of children) yield* nodesBelow(nodeOf(one), into)
  }
}
