import type { Interval } from './comparison.js'
import { studentQuantile } from './student-quantile.js'

/**
 * Where the mean of b's runs less that of a's lies: Welch's t interval; with one run on a side that
 * side is taken to vary as the other does. Assumes runs that are independent of each other and whose
 * figures are roughly normal, which their logarithms are.
 *
 * @returns undefined unless one side has two runs.
 */
export function betweenRuns(
  a: readonly number[],
  b: readonly number[],
  confidence: number,
): Interval | undefined {
  if (a.length === 0 || b.length === 0 || a.length + b.length < 3) return undefined
  const difference = mean(b) - mean(a)
  const { error, freedom } = a.length > 1 && b.length > 1 ? welch(a, b) : pooled(a, b)
  const margin = error === 0 ? 0 : error * studentQuantile(confidence, freedom)
  return { low: difference - margin, high: difference + margin }
}

interface StandardError {
  readonly error: number
  readonly freedom: number
}

function welch(a: readonly number[], b: readonly number[]): StandardError {
  const [va, vb] = [squares(a) / (a.length - 1) / a.length, squares(b) / (b.length - 1) / b.length]
  const freedom = (va + vb) ** 2 / (va ** 2 / (a.length - 1) + vb ** 2 / (b.length - 1))
  return { error: Math.sqrt(va + vb), freedom }
}

function pooled(a: readonly number[], b: readonly number[]): StandardError {
  const freedom = a.length + b.length - 2
  const variance = (squares(a) + squares(b)) / freedom
  return { error: Math.sqrt(variance * (1 / a.length + 1 / b.length)), freedom }
}

function squares(values: readonly number[]): number {
  const middle = mean(values)
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
