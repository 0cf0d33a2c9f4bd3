/** Whether two texts are the same number, digit for digit; zeros at the ends do not count. */
export function isSameDecimal(left: string, right: string): boolean {
  const one = digitsOf(left)
  return one !== undefined && one === digitsOf(right)
}

function digitsOf(text: string): string | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text)
  if (!found || text === '') return undefined
  const [, sign, whole = '', fraction = '', exponent = '0'] = found
  const scale = fraction.length - Number(exponent)
  const digits = `${whole}${fraction}`.replace(/^0+/, '')
  const significant = digits.replace(/0+$/, '')
  if (significant === '') return '0'
  return `${sign === '-' ? '-' : ''}${significant}e${digits.length - significant.length - scale}`
}

/** Whether two texts are the same floating-point number, but for a relative difference. */
export function isSameFloat(left: string, right: string, tolerance: number): boolean {
  const one = Number(left)
  const other = Number(right)
  if (Number.isNaN(one) || Number.isNaN(other)) {
    return /nan/i.test(left) && /nan/i.test(right)
  }
  if (one === other) return true
  return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other))
}
