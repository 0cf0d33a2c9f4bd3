/** How the report writes numbers: locale-independent, units always, U+2212 for minus. */

const GROUPED = new Map<string, Intl.NumberFormat>()

/** `1,234.5`: at least `least` and at most `most` decimals. */
export function decimal(value: number, most = 2, least = 0): string {
  const key = `${least}-${most}`
  const format =
    GROUPED.get(key) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most })
  GROUPED.set(key, format)
  return withMinus(format.format(Object.is(value, -0) ? 0 : value))
}

/** `$1,254.10` */
export function usd(amount: number): string {
  return dollars(amount, 2, 2)
}

/** `$1,254` where cents would only be noise; below $10 with cents, but `$0`. */
export function usdShort(amount: number): string {
  return Math.abs(amount) < 10 && amount !== 0 ? usd(amount) : dollars(amount, 0, 0)
}

/** A rate of USD per unit, with the decimals that it needs: `$0.092`, `$0.20`. */
export function usdRate(rate: number): string {
  return dollars(rate, 6, 2)
}

/** `+$12.00`, `−$3.10`, `$0.00` */
export function usdChange(change: number): string {
  return change > 0 ? `+${usd(change)}` : usd(change)
}

/** `$547–$2,000`, with cents below $100; one figure when there is no span. */
export function usdRange(low: number, high: number): string {
  if (usd(low) === usd(high)) return usd(low)
  return high < 100 ? `${usd(low)}–${usd(high)}` : `${dollars(low, 0, 0)}–${dollars(high, 0, 0)}`
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

const BYTE_UNITS = [
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'kB'],
] as const

/** Bytes in decimal units with three figures: `100 GB`, `1.3 GB`, `12.5 MB`. */
export function byteSize(bytes: number): string {
  const [unit, name] = BYTE_UNITS.find(([size]) => bytes >= size) ?? [1, 'bytes']
  const value = bytes / unit
  return `${decimal(value, value < 100 ? 1 : 0)} ${name}`
}

/** A share 0..1: `27%`, `0.4%`. */
export function share(value: number): string {
  const percent = value * 100
  return `${decimal(percent, Math.abs(percent) < 10 ? 1 : 0)}%`
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

/** `1 table`, `3 tables` */
export function counted(count: number, noun: string): string {
  return `${decimal(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** A value that may be missing, never silently zero. */
export function known<T>(value: T | undefined, write: (value: T) => string): string {
  return value === undefined ? 'unknown' : write(value)
}

/** At most `length` characters, cut with an ellipsis. Whole code points only. */
export function shortened(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}

function dollars(amount: number, most: number, least: number): string {
  const text = decimal(amount, most, least)
  return text.startsWith('−') ? `−$${text.slice(1)}` : `$${text}`
}

function withMinus(text: string): string {
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text.replace('-', '−')
}
