/** 2^53: as many as a double tells apart. */
const STEPS = 2 ** 53

/**
 * SQL for a number from 0 up to 1, without 1, that depends on the row `i` and on the salt alone: unlike `random()`
 * it is the same in every fill.
 */
export function chance(salt: number): string {
  return `((hashint8extended(i, ${salt}) & ${STEPS - 1}) / ${STEPS}::float8)`
}

/** SQL for a whole number from 0 up to `count`; the larger the skew, the more of the low ones. 1: all alike. */
export function skewed(count: number, salt: number, skew = 2): string {
  const share = skew === 1 ? chance(salt) : `power(${chance(salt)}, ${skew})`
  return `floor(${count} * ${share})::bigint`
}

/** A number for a name, the same in every fill. */
export function saltOf(...names: readonly string[]): number {
  let salt = 7
  for (const letter of names.join('.'))
    salt = (salt * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return salt * 100
}
