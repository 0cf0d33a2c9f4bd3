import type { Bound } from '../../lower/bound.js'
import { toJsonArgument } from '../../lower/json-value.js'
import { fold, quoted } from '../../postgres/identifier.js'
import type { Argument } from '../../spark/ast/expression.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

export const STRUCT_RULES: readonly FunctionRule[] = [
  { signature: 'struct(any…) -> unknown', lower: struct },
  { signature: 'named_struct(any, any…) -> unknown', lower: namedStruct },
]

function struct(call: FunctionCall): Bound {
  const names = call.source.arguments.map(nameOf)
  return built(call, names, call.arguments)
}

/** A field has the name that is given, that of its column, or one of its place. */
function nameOf({ name, value }: Argument, place: number): string {
  if (name !== undefined) return name
  if (value.kind === 'column') return value.parts.at(-1) ?? ''
  return value.kind === 'field' ? value.name : `col${place + 1}`
}

function namedStruct(call: FunctionCall): Bound {
  const names = call.arguments.flatMap(({ constant }, place) => {
    if (place % 2 > 0) return []
    return typeof constant === 'string'
      ? [constant]
      : call.refuse('names of fields must be literals')
  })
  return built(
    call,
    names,
    call.arguments.filter((_, place) => place % 2 > 0),
  )
}

function built(call: FunctionCall, names: readonly string[], values: readonly Bound[]): Bound {
  if (names.length !== values.length) return call.refuse('a field without a value')
  const twice = names.find((name, place) => names.map(fold).indexOf(fold(name)) < place)
  if (twice !== undefined)
    return call.refuse(`two fields of the name ${twice}, which jsonb has not`)
  const items = names.map((name, place) => `${quoted(name)}, $${place + 1}`)
  const fields = values.map(({ type }, place) => ({ name: names[place] ?? '', type }))
  const text = `jsonb_build_object(${items.join(', ')})`
  return call.template(text, values.map(toJsonArgument), { kind: 'struct', fields })
}
