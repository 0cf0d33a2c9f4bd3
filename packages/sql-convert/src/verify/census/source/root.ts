import type { Expression } from '../../../spark/ast/expression.js'
import { all, type Need } from '../entry.js'

/** The parts that all have to hold; LIKE ALL is one for each pattern. */
export function conjuncts(node: Expression): readonly Expression[] {
  if (node.kind === 'binary' && node.operator === 'AND') {
    return [...conjuncts(node.left), ...conjuncts(node.right)]
  }
  if (node.kind !== 'like' || node.quantifier !== 'all') return [node]
  const { quantifier: _, patterns, ...like } = node
  return patterns.map((pattern) => ({ ...like, patterns: [pattern] }))
}

const KEPT = /^(?:=|<>|<|<=|>|>=|OR)$/

/** A list of one may become a comparison. */
const IN: Need = [['root in'], ['root =']]
const NOT_IN: Need = [['root not in'], ['root not ='], ['root <>']]

/** What a condition is at its root, where that stays what it is; undefined where it may be written otherwise. */
export function rootOf(node: Expression): Need | undefined {
  const not = 'not' in node && node.not ? 'not ' : ''
  switch (node.kind) {
    case 'binary':
      return KEPT.test(node.operator) ? all(`root ${node.operator}`) : undefined
    case 'is':
      return node.what === 'null' ? all(`root is ${not}null`) : undefined
    case 'between':
      return all(`root ${not}between`)
    case 'in list':
      return node.not ? NOT_IN : IN
    case 'in query':
      return all(`root ${not}in`)
    case 'exists':
      return all('root exists')
    case 'unary':
      return node.operator === 'NOT' ? all('root not') : undefined
    default:
      return undefined
  }
}
