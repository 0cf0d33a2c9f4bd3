import type { Bound } from '../../lower/bound.js'
import { fromJson } from '../../lower/json-value.js'
import { quoted } from '../../postgres/identifier.js'
import type { BoundOrderItem, FunctionCall } from '../rule.js'

/** What orders values as Spark does: a STRUCT goes by its fields in their order, which jsonb has not. */
export function sortKeys(
  call: FunctionCall,
  value: Bound,
  descending: boolean,
): readonly BoundOrderItem[] {
  const { type } = value
  if (type.kind === 'map' || type.kind === 'variant') {
    return call.refuse(`values of type ${type.kind} have no order`)
  }
  if (type.kind === 'array' && type.element.kind === 'array') {
    return call.refuse(
      'nested arrays have another order as jsonb',
      'Order by one of their elements.',
    )
  }
  if (type.kind !== 'struct') return [{ value, descending, nulls: descending ? 'last' : 'first' }]
  return type.fields.flatMap((field) => {
    const json = call.template(`($1 -> ${quoted(field.name)})`, [value], { kind: 'variant' })
    return sortKeys(call, fromJson(json, field.type), descending)
  })
}
