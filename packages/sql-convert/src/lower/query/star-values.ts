import type { Star } from '../../spark/ast/expression.js'
import type { Bound } from '../bound.js'
import type { Lowerer } from '../lowerer.js'
import type { Scope } from '../scope.js'
import { lowerStar } from './star.js'

/** The columns that `*` stands for, as values. */
export function starValues(lowerer: Lowerer, star: Star, scope: Scope): readonly Bound[] {
  const { items, columns } = lowerStar(lowerer, star, scope, true)
  if (!columns || columns.length !== items.length) {
    return lowerer.context.needsSchema('* as an argument needs the columns of the tables', star)
  }
  return items.flatMap(({ value }, place) => {
    const column = columns[place]
    return column ? [{ pg: value, type: column.type }] : []
  })
}
