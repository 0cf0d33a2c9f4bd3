import { bodyOf, child, kindOf, list, text } from '../../grammar/tree.js'
import type { Mark } from '../entry.js'
import { columnName, type Definitions, strings } from './marks.js'
import type { Node } from './nodes.js'

/** The parts that all have to hold; a name that the conversion made up is what it stands for. */
export function conjuncts(node: Node, definitions: Definitions): readonly Node[] {
  const [kind, body] = node
  if (kind === 'BoolExpr' && text(body, 'boolop') === 'AND_EXPR') {
    return list(body, 'args').flatMap((part) => conjuncts(kindOf(part), definitions))
  }
  const meant = kind === 'ColumnRef' ? definitions.get(columnName(body) ?? '') : undefined
  return meant ? meant.flatMap((one) => conjuncts(one, definitions)) : [node]
}

/** What a condition is at its root, as the census of the source says it. */
export function rootsOf([kind, body]: Node): readonly Mark[] {
  switch (kind) {
    case 'A_Expr':
      return expressionRoots(text(body, 'kind'), strings(body, 'name').at(-1) ?? '')
    case 'NullTest':
      return [text(body, 'nulltesttype') === 'IS_NULL' ? 'root is null' : 'root is not null']
    case 'SubLink':
      return [text(body, 'subLinkType') === 'EXISTS_SUBLINK' ? 'root exists' : 'root in']
    case 'BoolExpr': {
      if (text(body, 'boolop') === 'OR_EXPR') return ['root OR']
      const [inner] = list(body, 'args')
      const roots = inner ? rootsOf(kindOf(inner)) : []
      return ['root not', ...roots.map((root) => root.replace('root ', 'root not '))]
    }
    case 'TypeCast': {
      const inner = child(body, 'arg')
      return inner ? rootsOf(kindOf(inner)) : []
    }
    default:
      return []
  }
}

function expressionRoots(kind: string, name: string): readonly Mark[] {
  switch (kind) {
    case 'AEXPR_IN':
      return [name === '=' ? 'root in' : 'root not in']
    case 'AEXPR_OP_ANY':
      return ['root in']
    case 'AEXPR_BETWEEN':
    case 'AEXPR_BETWEEN_SYM':
      return ['root between']
    case 'AEXPR_NOT_BETWEEN':
    case 'AEXPR_NOT_BETWEEN_SYM':
      return ['root not between']
    default:
      return [`root ${name}`]
  }
}

/** Whether a condition is the negation of EXISTS. */
export function isNotExists([kind, body]: Node): boolean {
  if (kind !== 'BoolExpr' || text(body, 'boolop') !== 'NOT_EXPR') return false
  const inner = bodyOf(list(body, 'args')[0], 'SubLink')
  return inner !== undefined && text(inner, 'subLinkType') === 'EXISTS_SUBLINK'
}
