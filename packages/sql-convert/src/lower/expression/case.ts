import type { Case } from '../../spark/ast/expression.js'
import type { Bound } from '../bound.js'
import { unifiedType, unify } from '../cast/unify.js'
import type { Lowerer } from '../lowerer.js'
import { NULL } from '../pg.js'
import type { Scope } from '../scope.js'
import { comparable } from './comparison.js'
import { condition } from './condition.js'

export function lowerCase(lowerer: Lowerer, node: Case, scope: Scope): Bound {
  const value = node.value && lowerer.expression(node.value, scope)
  const whens = node.branches.map(({ when }) => {
    if (!value) return condition(lowerer, when, scope)
    const [, compared] = comparable(lowerer.context, value, lowerer.expression(when, scope), when)
    return compared
  })
  const results = node.branches.map(({ result }) => lowerer.expression(result, scope))
  const otherwise = node.otherwise && lowerer.expression(node.otherwise, scope)
  const all = otherwise ? [...results, otherwise] : results
  const unified = unify(lowerer.context, all, node)
  const branches = whens.map((when, place) => ({
    when: when.pg,
    result: unified[place]?.pg ?? NULL,
  }))
  const last = unified[results.length]
  const aggregates = [...whens, ...all].some((one) => one.aggregates)
  return {
    pg: {
      kind: 'case',
      branches,
      value: value?.pg,
      otherwise: otherwise && last?.pg,
    },
    type: unifiedType(all),
    aggregates,
  }
}
