import type { Expression, Star } from '../../spark/ast/expression.js'
import type { Lowerer } from '../lowerer.js'
import { resolve, type Scope } from '../scope.js'
import { lowerStar } from './star.js'

/** The columns that `*` stands for among arguments, or the fields of `s.*`, as they would be written. */
export function starExpressions(lowerer: Lowerer, star: Star, scope: Scope): readonly Expression[] {
  const span = { start: star.start, end: star.end }
  const { items, columns } = lowerStar(lowerer, star, scope, true)
  if (!columns || columns.length !== items.length) {
    return lowerer.context.needsSchema('* as an argument needs the columns of the tables', star)
  }
  const struct = resolve(scope, star.qualifier)
  const isStruct = struct.kind === 'column' && struct.type.kind === 'struct'
  return items.map(({ value }, place): Expression => {
    if (value.kind === 'name' && !isStruct) return { kind: 'column', parts: value.parts, ...span }
    const column: Expression = { kind: 'column', parts: star.qualifier, ...span }
    return { kind: 'field', value: column, name: columns[place]?.name ?? '', ...span }
  })
}
