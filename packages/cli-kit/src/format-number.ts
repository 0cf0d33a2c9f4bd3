/** How reports write numbers: locale-independent, units always, U+2212 for minus. */

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
  return Math.abs(amount) < 10 && amount !== 0 ? usd(amount) : usdWhole(amount)
}

/** `$1,254` */
export function usdWhole(amount: number): string {
  return dollars(amount, 0, 0)
}

/** A rate of USD per unit, with the decimals that it needs: `$0.092`, `$0.20`. */
export function usdRate(rate: number): string {
  return dollars(rate, 6, 2)
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

/** `1 table`, `3 tables` */
export function counted(count: number, noun: string): string {
  return `${decimal(count)} ${noun}${count === 1 ? '' : 's'}`
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
