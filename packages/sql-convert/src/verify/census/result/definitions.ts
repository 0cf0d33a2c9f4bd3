import { bodyOf, child, kindOf, list, type Tree, text } from '../../grammar/tree.js'
import { type Definitions, strings } from './marks.js'
import { type Node, nodesIn } from './nodes.js'

/**
 * What the names that the source does not have stand for: those of derived tables, of WITH and of
 * select lists.
 *
 * @param known the words of the source
 */
export function definitionsOf(nodes: readonly Node[], known: ReadonlySet<string>): Definitions {
  const found = new Map<string, Node[]>()
  const note = (name: string, node: Node | undefined) => {
    if (node && name !== '' && !known.has(name.toLowerCase())) {
      found.set(name, [...(found.get(name) ?? []), node])
    }
  }
  const visit = (node: Node) => {
    const [kind, body] = node
    if (kind === 'ResTarget') note(text(body, 'name'), itemOf(body))
    if (kind === 'RangeSubselect') {
      const alias = child(body, 'alias')
      if (alias) noteColumns(strings(alias, 'colnames'), child(body, 'subquery'), note)
    }
    if (kind === 'CommonTableExpr') {
      noteColumns(strings(body, 'aliascolnames'), child(body, 'ctequery'), note)
    }
    for (const inner of nodesIn(node)) visit(inner)
  }
  for (const node of nodes) visit(node)
  return found
}

function noteColumns(
  names: readonly string[],
  query: Tree | undefined,
  note: (name: string, node: Node | undefined) => void,
): void {
  for (const select of selectsOf(bodyOf(query, 'SelectStmt'))) {
    const items = list(select, 'targetList')
    for (const [place, name] of names.entries()) {
      note(name, itemOf(bodyOf(items[place], 'ResTarget') ?? {}))
    }
  }
}

/** The SELECTs whose rows a query gives. */
export function selectsOf(select: Tree | undefined): readonly Tree[] {
  if (!select) return []
  const left = child(select, 'larg')
  const right = child(select, 'rarg')
  return left || right ? [...selectsOf(left), ...selectsOf(right)] : [select]
}

function itemOf(target: Tree): Node | undefined {
  const value = child(target, 'val')
  return value && kindOf(value)
}
