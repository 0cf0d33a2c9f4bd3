import { BOUND_NULL, type Bound } from '../../lower/bound.js'
import { toJsonArgument } from '../../lower/json-value.js'
import { fold, quoted } from '../../postgres/identifier.js'
import type { Expression } from '../../spark/ast/expression.js'
import { arrayOf, type SparkType } from '../../type/spark-type.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { elementsOf, unlessNull } from './elements.js'

export const ZIP_RULES: readonly FunctionRule[] = [
  { signature: 'arrays_zip(any…) -> unknown', lower: arraysZip },
]

/** An array of structs with one field for each array, named after its column or its place. */
function arraysZip(call: FunctionCall): Bound {
  if (call.arguments.some(({ type }) => type.kind === 'void')) {
    return call.cast(BOUND_NULL, arrayOf({ kind: 'struct', fields: [] }))
  }
  if (call.arguments.some(({ type }) => type.kind !== 'array' && type.kind !== 'unknown')) {
    return call.refuse('an argument that is no array')
  }
  const sides = call.arguments.map((array) => elementsOf(call, array))
  const names = call.source.arguments.map(
    ({ value, name }, place) => name ?? nameOf(value) ?? String(place),
  )
  const twice = names.find((name, place) => names.map(fold).indexOf(fold(name)) < place)
  if (twice !== undefined)
    return call.refuse(`two fields of the name ${twice}, which jsonb has not`)
  const rows = sides.map(({ rows }, place) => rows.replace('$1', `$${place + 1}`))
  const columns = sides.map(({ column }) => column)
  const fields = sides.map(
    (_, place) => `${quoted(names[place] ?? '')}, $${sides.length + place + 1}`,
  )
  const place = call.fresh('n')
  const from = `ROWS FROM (${rows.join(', ')}) WITH ORDINALITY AS ${call.fresh('t')}(${[...columns, place].join(', ')})`
  const text = `(SELECT coalesce(jsonb_agg(jsonb_build_object(${fields.join(', ')}) ORDER BY ${place}), '[]') FROM ${from})`
  const values = [...call.arguments, ...sides.map(({ element }) => toJsonArgument(element))]
  const struct: SparkType = {
    kind: 'struct',
    fields: sides.map(({ element }, at) => ({ name: names[at] ?? '', type: element.type })),
  }
  return unlessNull(call, call.template(text, values, arrayOf(struct)), ...call.arguments)
}

function nameOf(value: Expression): string | undefined {
  if (value.kind === 'column') return value.parts.at(-1)
  return value.kind === 'field' ? value.name : undefined
}
