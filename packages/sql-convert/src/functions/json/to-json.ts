import type { Bound } from '../../lower/bound.js'
import { STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { writeWithPattern } from '../datetime/pattern/write-with-pattern.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { type JsonStyle, jsonText } from './json-text.js'
import { optionsOf } from './options.js'

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
  const style = styleOf(call)
  const name = call.fresh('j')
  const text = jsonText(name, value.type, kind !== 'array' || !isOfScalars(value), style)
  if (text === undefined) return call.refuse('values of a type that JSON has no text for here')
  const whole = `(SELECT ${text} FROM (SELECT $1 AS ${name}) AS ${call.fresh('v')})`
  return call.template(whole, [value], STRING)
}

function isOfScalars({ type }: Bound): boolean {
  return type.kind === 'array' && !['array', 'map', 'struct', 'variant'].includes(type.element.kind)
}

function styleOf(call: FunctionCall): JsonStyle {
  const options = optionsOf(call, 1)
  const known = ['ignoreNullFields', 'sortKeys', 'dateFormat', 'timestampFormat', 'pretty']
  for (const [key, value] of options) {
    if (!known.includes(key) || (key === 'pretty' && value !== 'false')) {
      call.refuse(`the option ${key}`)
    }
  }
  const patterns = ['dateFormat', 'timestampFormat'].map((key) => {
    const pattern = options.get(key)
    if (pattern === undefined) return undefined
    const found = writeWithPattern(pattern)
    return 'refused' in found ? call.refuse(`the pattern ${pattern}`) : found.sql
  })
  return {
    keepNulls: options.get('ignoreNullFields')?.toLowerCase() === 'false',
    sorted: options.get('sortKeys')?.toLowerCase() === 'true',
    date: patterns[0],
    timestamp: patterns[1],
  }
}
