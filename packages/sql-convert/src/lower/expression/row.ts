import type { Expression } from '../../spark/ast/expression.js'
import { BOOLEAN } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { toJson } from '../json-value.js'
import type { Lowerer } from '../lowerer.js'
import { binary, call, template, text } from '../pg.js'
import type { Scope } from '../scope.js'
import { comparable } from './comparison.js'

type Of<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>

/** `(a, b)` as a value is a struct. */
export function lowerRow(lowerer: Lowerer, node: Of<'row'>, scope: Scope): Bound {
  const items = node.items.map(({ value, alias }, place) => ({
    name: alias ?? (value.kind === 'column' ? (value.parts.at(-1) ?? '') : `col${place + 1}`),
    value: lowerer.expression(value, scope),
  }))
  return {
    pg: call(
      'jsonb_build_object',
      ...items.flatMap(({ name, value }) => [text(name), toJson(value).pg]),
    ),
    type: { kind: 'struct', fields: items.map(({ name, value }) => ({ name, type: value.type })) },
  }
}

/** `(a, b) = (c, d)` compares rows, part by part; undefined when it is no such comparison. */
export function lowerRowComparison(
  lowerer: Lowerer,
  node: Of<'binary'>,
  scope: Scope,
): Bound | undefined {
  const { left, right, operator } = node
  if (left.kind !== 'row' || right.kind !== 'row' || !/^[<>=]+$/.test(operator)) return undefined
  if (left.items.length !== right.items.length) {
    return lowerer.context.refuse('a comparison of rows of different sizes', node)
  }
  const pairs = left.items.map((item, place) =>
    comparable(
      lowerer.context,
      lowerer.expression(item.value, scope),
      lowerer.expression(right.items[place]?.value ?? item.value, scope),
      node,
    ),
  )
  const rows = [pairs.map(([one]) => one.pg), pairs.map(([, other]) => other.pg)]
  const [one = [], other = []] = rows
  const row = (items: readonly Bound['pg'][]) => ({ kind: 'row', items }) as const
  if (operator === '<=>') {
    return { pg: template('$1 IS NOT DISTINCT FROM $2', row(one), row(other)), type: BOOLEAN }
  }
  return { pg: binary(operator, row(one), row(other)), type: BOOLEAN }
}
