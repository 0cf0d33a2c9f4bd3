const [ZERO, NINE] = [0x30, 0x39]
const [UPPER_A, UPPER_Z] = [0x41, 0x5a]
const [LOWER_A, LOWER_Z] = [0x61, 0x7a]
const UNDERSCORE = 0x5f
const FIRST_FOREIGN = 0x80

/** A digit, by its code. */
export function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

/** A letter of English or `_`, by its code. */
export function isLetter(code: number): boolean {
  return (
    (code >= LOWER_A && code <= LOWER_Z) ||
    (code >= UPPER_A && code <= UPPER_Z) ||
    code === UNDERSCORE
  )
}

/** Beyond ASCII: patterns tell what it is. */
export function isForeign(code: number): boolean {
  return code >= FIRST_FOREIGN
}
