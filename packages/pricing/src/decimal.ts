/** A number as a person would type it into a calculator: at most 9 significant digits. */
export function decimal(value: number): string {
  return String(Number(value.toPrecision(9)))
}
