import type { Expression } from '../../spark/ast/expression.js'
import type { FunctionCall } from '../rule.js'

/** The options in `map('key', 'value', …)`, which must be literals; none where there is no such argument. */
export function optionsOf(call: FunctionCall, place: number): ReadonlyMap<string, string> {
  const argument = call.source.arguments[place]?.value
  if (argument === undefined) return new Map()
  if (argument.kind !== 'call' || argument.name.at(-1)?.toLowerCase() !== 'map') {
    return call.refuse('options must be written as map(…) of literals')
  }
  const texts = argument.arguments.map(({ value }) => literalText(call, value))
  return new Map(
    texts.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1] ?? '']] : [])),
  )
}

function literalText(call: FunctionCall, value: Expression): string {
  if (value.kind === 'number') return value.digits
  if (value.kind === 'literal' && typeof value.value !== 'object') return String(value.value)
  return call.refuse('options must be literals')
}
