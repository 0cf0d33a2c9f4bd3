const oneDecimal = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })
const twoDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 })

/** `22.2`, `1,250`, `0.033`: one decimal, or two digits where that would be zero. */
export function formatNumber(value: number): string {
  return Math.abs(value) < 1 ? twoDigits.format(value) : oneDecimal.format(value)
}

/** Rounded up, so that a need of 8.01 does not read as "8 is below 8". */
export function formatNeed(cu: number): string {
  return formatNumber(Math.ceil(cu * 10) / 10)
}
