const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
const FIGURES = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 })

export function count(value: number): string {
  return COUNT.format(value)
}

/** With a unit in which it has few digits. */
export function time(us: number): string {
  if (us < 1000) return `${FIGURES.format(us)} µs`
  return us < 1e6 ? `${FIGURES.format(us / 1000)} ms` : `${FIGURES.format(us / 1e6)} s`
}

export function percent(share: number): string {
  return `${FIGURES.format(share * 100)} %`
}

export function figures(value: number): string {
  return FIGURES.format(value)
}

/** `1 retry`, `2 retries`. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}
