import type { Bound } from '../lower/bound.js'

/** The text of a string literal. */
export function constantText(value: Bound | undefined): string | undefined {
  return typeof value?.constant === 'string' ? value.constant : undefined
}

/** The whole number of a literal, as numbers or as digits in a string. */
export function constantInteger(value: Bound | undefined): number | undefined {
  const constant = value?.constant
  if (typeof constant !== 'number' && typeof constant !== 'string') return undefined
  const number = constant === '' ? Number.NaN : Number(constant)
  return Number.isSafeInteger(number) ? number : undefined
}

/** Whether it is the literal NULL. */
export function isConstantNull(value: Bound | undefined): boolean {
  return value?.constant === null
}
