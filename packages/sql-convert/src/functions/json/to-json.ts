import type { Bound } from '../../lower/bound.js'
import { type SparkType, STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { jsonText } from './json-text.js'
import { optionsOf } from './options.js'
import { writingStyle } from './patterns.js'

/** Values as JSON text, as Jackson writes it: fields in the order of the type, no blanks. */
export const TO_JSON_RULES: readonly FunctionRule[] = [
  { signature: 'to_json(any) -> string', lower: toJson },
  { signature: 'to_json(any, any) -> string', lower: toJson },
]

function toJson(call: FunctionCall): Bound {
  const value = argument(call, 0)
  const { kind } = value.type
  if (!['array', 'map', 'struct', 'variant'].includes(kind)) {
    return call.refuse(`a value of type ${kind} has no fields`, 'Put it into a struct or an array.')
  }
  if (hasUnknown(value.type)) call.note('approximate', NUMBERS_DIFFER)
  const style = writingStyle(call, optionsOf(call, 1))
  const name = call.fresh('j')
  const text = jsonText(name, value.type, kind !== 'array' || !isOfScalars(value), style)
  if (text === undefined) return call.refuse('values of a type that JSON has no text for here')
  const whole = `(SELECT ${text} FROM (SELECT $1 AS ${name}) AS ${call.fresh('v')})`
  return call.template(whole, [value], STRING)
}

const NUMBERS_DIFFER = 'a DOUBLE whose type is not known is written as 2 where Spark writes 2.0'

function hasUnknown(type: SparkType): boolean {
  switch (type.kind) {
    case 'array':
      return hasUnknown(type.element)
    case 'map':
      return hasUnknown(type.value)
    case 'struct':
      return type.fields.some((field) => hasUnknown(field.type))
    default:
      return type.kind === 'unknown'
  }
}

function isOfScalars({ type }: Bound): boolean {
  return type.kind === 'array' && !['array', 'map', 'struct', 'variant'].includes(type.element.kind)
}
