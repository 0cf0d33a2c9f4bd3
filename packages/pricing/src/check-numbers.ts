import { dayNumber } from './calendar.js'
import { CostInputError } from './cost-input-error.js'

/** Throws unless `value` is a finite number between `min` and `max`, both included. */
export function checkNumber(path: string, value: number, min = 0, max = Infinity): void {
  const expected = max === Infinity ? `a number of at least ${min}` : `between ${min} and ${max}`
  if (!Number.isFinite(value)) throw new CostInputError('NOT_A_NUMBER', path, expected, value)
  if (value < min || value > max) throw new CostInputError('OUT_OF_RANGE', path, expected, value)
}

export function checkAboveZero(path: string, value: number): void {
  checkNumber(path, value)
  if (value === 0) throw new CostInputError('OUT_OF_RANGE', path, 'above 0', value)
}

export function checkWhole(path: string, value: number, min: number): void {
  checkNumber(path, value, min)
  if (!Number.isInteger(value)) {
    throw new CostInputError('OUT_OF_RANGE', path, 'a whole number', value)
  }
}

/** The day number of an ISO date, or a throw. */
export function checkedDay(path: string, isoDate: string): number {
  const day = dayNumber(isoDate)
  if (day === undefined) {
    throw new CostInputError('NOT_A_DATE', path, 'a date such as 2026-11-23', isoDate)
  }
  return day
}
