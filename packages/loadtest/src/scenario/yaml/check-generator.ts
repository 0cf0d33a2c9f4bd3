import type { Generator } from '../generator.js'

/** What is wrong with the bounds of a generator, in words; undefined when it can draw. */
export function checkGenerator(generator: Generator): string | undefined {
  switch (generator.kind) {
    case 'uniform':
    case 'zipfian':
    case 'gaussian':
    case 'exponential':
    case 'decimal':
      return checkRange(generator)
    case 'sequence':
      return checkSequence(generator)
    case 'choice':
      return checkWeights(generator)
    case 'date':
      return checkDates(generator)
    case 'text':
      return generator.minLength > generator.maxLength
        ? 'the shortest is longer than the longest'
        : undefined
    case 'array': {
      const { length, maxLength = length } = generator
      return length > maxLength ? 'the shortest is longer than the longest' : undefined
    }
    default:
      return undefined
  }
}

function checkRange(
  generator: Extract<Generator, { readonly from: number; readonly to: number }>,
): string | undefined {
  const { from, to } = generator
  if (from > to) return `${from} is above ${to}: the range is empty`
  const scale = generator.kind === 'decimal' ? 10 ** generator.digits : 1
  if (generator.kind === 'uniform' && !(Number.isInteger(from) && Number.isInteger(to))) {
    return 'digits: 0 wants whole numbers at both ends'
  }
  if (!Number.isSafeInteger((to - from) * scale + 1)) return 'the range has more than 2^53 numbers'
  if (generator.kind === 'gaussian' && generator.parameter < 2) {
    return `parameter must be at least 2, as in pgbench, not ${generator.parameter}`
  }
  return undefined
}

function checkSequence({ from, to, step }: Extract<Generator, { kind: 'sequence' }>) {
  if (step === 0) return 'a step of 0 goes nowhere'
  if (to === undefined) return undefined
  return (to - from) * step < 0 ? `from ${from} no step of ${step} leads to ${to}` : undefined
}

function checkWeights({ values, weights }: Extract<Generator, { kind: 'choice' }>) {
  if (
    values.some(
      (value) =>
        typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value),
    )
  ) {
    return 'a whole number of more than 53 bits is exact as text only: put it in quotes'
  }
  if (!weights) return undefined
  if (weights.length !== values.length)
    return `${values.length} values, but ${weights.length} weights`
  return weights.some((weight) => weight > 0) ? undefined : 'all weights are 0'
}

function checkDates({ from, to }: Extract<Generator, { kind: 'date' }>) {
  const [first, last] = [Date.parse(from), Date.parse(to)]
  if (Number.isNaN(first) || Number.isNaN(last))
    return `${Number.isNaN(first) ? from : to} is no day of the calendar`
  return first > last ? `${from} is after ${to}` : undefined
}
