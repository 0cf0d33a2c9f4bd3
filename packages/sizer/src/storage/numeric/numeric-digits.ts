const DIGITS_OF_A_GROUP = 4

/** A decimal number as PostgreSQL keeps it. Source: PostgreSQL 17, src/backend/utils/adt/numeric.c. */
export interface NumericParts {
  readonly negative: boolean
  /** Power of 10,000 of the first group. */
  readonly weight: number
  /** Base-10000 digits, without zero groups at either end. */
  readonly groups: readonly number[]
  /** Decimal places as written. */
  readonly scale: number
}

const DECIMAL = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/

/**
 * The base-10000 digits that a decimal number takes in Postgres: 0 for `0`, 2 for `1.5`, 1 for `10000`.
 *
 * @throws RangeError on text that is no decimal number
 */
export function numericDigits(decimal: string): number {
  return numericParts(decimal).groups.length
}

/** @throws RangeError on text that is no decimal number */
export function numericParts(decimal: string): NumericParts {
  const [, sign, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(decimal) ?? []
  if (sign === undefined || whole + fraction === '') {
    throw new RangeError(`expected a decimal number, found ${JSON.stringify(decimal)}`)
  }
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  const scale = Math.max(0, digits.length - point)
  const { groups, weight } = groupDigits(digits, point)
  return { negative: sign === '-' && groups.length > 0, weight, groups, scale }
}

/** `point` is how many of the digits stand before the decimal point; below 0, zeros follow it. */
function groupDigits(digits: string, point: number): { groups: number[]; weight: number } {
  const lead = (DIGITS_OF_A_GROUP - (((point % 4) + 4) % 4)) % DIGITS_OF_A_GROUP
  const padded = '0'.repeat(lead) + digits
  const groups: number[] = []
  for (let at = 0; at < padded.length; at += DIGITS_OF_A_GROUP) {
    groups.push(Number(padded.slice(at, at + DIGITS_OF_A_GROUP).padEnd(DIGITS_OF_A_GROUP, '0')))
  }
  let weight = (point + lead) / DIGITS_OF_A_GROUP - 1
  while (groups[0] === 0) {
    groups.shift()
    weight--
  }
  while (groups.at(-1) === 0) groups.pop()
  return { groups, weight: groups.length === 0 ? 0 : weight }
}
