import { decimal } from '@lakebase/cli-kit'

/** Microseconds as milliseconds with three figures, for a column of them: `0.140`, `12.4`, `1,203`. */
export function milliseconds(us: number): string {
  const value = us / 1000
  const digits = digitsOf(value)
  return decimal(value, digits, digits)
}

/** Microseconds in the unit that reads best: `143 µs`, `1.24 ms`, `1.2 s`. */
export function duration(us: number): string {
  if (us < 999.5) return `${figures(us)} µs`
  if (us < 999_500) return `${figures(us / 1000)} ms`
  return `${figures(us / 1e6)} s`
}

/** Times a second with three figures: `1,998/s`, `0.42/s`. */
export function perSecond(rate: number): string {
  return `${figures(rate)}/s`
}

/** Seconds as a person says them: `45 s`, `30 min`, `1 h 30 min`. */
export function span(seconds: number): string {
  if (seconds < 120) return `${decimal(seconds, seconds < 10 ? 1 : 0)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return `${minutes} min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`
}

/** A share 0..1 in percent, with the figures that a rare failure needs: `0%`, `0.004%`, `12.5%`. */
export function percent(part: number): string {
  return `${figures(part * 100)}%`
}

/** Three figures, and whole numbers from a hundred on. */
export function figures(value: number): string {
  return decimal(value, digitsOf(value))
}

/** Decimals that make three figures. */
function digitsOf(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0
  return Math.min(9, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))))
}
