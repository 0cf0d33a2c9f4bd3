import { decimal, usd, usdWhole } from '@lakebase/cli-kit'

/** `+$12.00`, `−$3.10`, `$0.00` */
export function usdChange(change: number): string {
  return change > 0 ? `+${usd(change)}` : usd(change)
}

/** `$547–$2,000`, with cents below $100; one figure when there is no span. */
export function usdRange(low: number, high: number): string {
  if (usd(low) === usd(high)) return usd(low)
  return high < 100 ? `${usd(low)}–${usd(high)}` : `${usdWhole(low)}–${usdWhole(high)}`
}

/** An amount of which parts may be missing: `at least $10.00`. */
export function atLeast(amount: string, complete: boolean): string {
  return complete ? amount : `at least ${amount}`
}

/** `8–24 CU`, `8 CU` for a fixed size. */
export function cuRange(minCu: number, maxCu: number): string {
  return minCu === maxCu ? cu(minCu) : `${decimal(minCu)}–${cu(maxCu)}`
}

/** `22.2 CU` */
export function cu(value: number): string {
  return `${decimal(value, value < 1 ? 2 : 1)} CU`
}

/** Hours in the unit that reads best: `13 min`, `2.5 h`. */
export function hours(value: number): string {
  if (value >= 1) return `${decimal(value, 1)} h`
  return value * 60 >= 1 ? `${decimal(value * 60, 0)} min` : `${decimal(value * 3600, 0)} s`
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2026-12` as `Dec` and `2026`; what is not a month stays as it is. */
export function monthParts(month: string): { readonly name: string; readonly year: string } {
  const [year = '', number = ''] = month.split('-')
  return { name: MONTHS[Number(number) - 1] ?? month, year }
}

/** A value that may be missing, never silently zero. */
export function known<T>(value: T | undefined, write: (value: T) => string): string {
  return value === undefined ? 'unknown' : write(value)
}
