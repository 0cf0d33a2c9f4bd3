/** A number as a person would type it into a calculator: at most 6 significant digits. */
export function decimal(value: number): string {
  return String(Number(value.toPrecision(6)))
}

/** Dollars as people write them: `$0.40`, `$0.092`. */
export function dollars(value: number): string {
  const digits = decimal(value)
  return /\.\d$/.test(digits) ? `$${digits}0` : `$${digits}`
}
