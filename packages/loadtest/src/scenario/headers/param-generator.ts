import type { Generator, ParameterValue } from '../generator.js'

type Values = readonly ParameterValue[]

/** The generator of `random(1, 10)` and its kin; what is wrong in words, when there is none. */
export function paramGenerator(kind: string, values: Values): Generator | string {
  return Object.hasOwn(FORMS, kind) ? (FORMS[kind]?.(values) ?? kind) : `there is no ${kind}()`
}

const FORMS: Readonly<Record<string, (values: Values) => Generator | string>> = {
  random: (values) => {
    const [from, to, third] = numbers(values)
    if (from === undefined || to === undefined || third !== undefined)
      return 'random takes two numbers'
    const digits = Math.max(digitsOf(from), digitsOf(to))
    return digits === 0 ? { kind: 'uniform', from, to } : { kind: 'decimal', from, to, digits }
  },
  values: (values) =>
    values.length === 0 ? 'values takes at least one value' : { kind: 'choice', values },
  zipfian: (values) => {
    const [from, to, exponent = 1.1] = numbers(values)
    if (from === undefined || to === undefined) return 'zipfian takes two numbers and an exponent'
    return { kind: 'zipfian', from, to, exponent }
  },
  sequence: (values) => {
    const [from, to] = numbers(values)
    if (from === undefined) return 'sequence takes one number or two'
    return { kind: 'sequence', from, ...(to === undefined ? {} : { to }), step: 1 }
  },
  date: ([from, to]) =>
    typeof from === 'string' && typeof to === 'string'
      ? { kind: 'date', from, to, unit: 'day' }
      : 'date takes two days in quotes',
  uuid: (values) => (values.length > 0 ? 'uuid takes nothing' : { kind: 'uuid' }),
}

/** Nothing when one of the values is no number. */
function numbers(values: Values): readonly number[] {
  const found = values.filter((value) => typeof value === 'number')
  return found.length === values.length ? found : []
}

function digitsOf(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
}
