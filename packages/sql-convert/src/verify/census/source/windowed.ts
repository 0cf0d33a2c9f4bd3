import type { Call } from '../../../spark/ast/expression.js'

/** `lag(x, 0)` is `x`: the conversion needs no window. */
export function isOfItsOwnRow({ name, over, arguments: list }: Call): boolean {
  if (over === undefined || !/^(?:lag|lead)$/i.test(name.at(-1) ?? '')) return false
  const offset = list[1]?.value
  return offset?.kind === 'number' && Number(offset.digits) === 0
}

/** What a call reads in one place: its window is another, and so may be what values are weighed or compared by. */
export function ownReading({ over, ...call }: Call): Call {
  const name = call.name.at(-1) ?? ''
  const isBy = over !== undefined && /^(?:max|min)_by$/i.test(name)
  const isFirstOnly = isBy || /^percentile$/i.test(name)
  return isFirstOnly ? { ...call, arguments: call.arguments.slice(0, 1) } : call
}
