/** The tables of AES (FIPS 197), computed: substitution, its inverse, and products in GF(2^8). */
const { forward, inverse } = substitution()

export const AES_TABLES = {
  substitution: hex(forward),
  inverse: hex(inverse),
  times2: products(2),
  times3: products(3),
  times9: products(9),
  times11: products(11),
  times13: products(13),
  times14: products(14),
}

function substitution(): {
  readonly forward: readonly number[]
  readonly inverse: readonly number[]
} {
  const forward = Array.from({ length: 256 }, () => 0)
  const inverse = Array.from({ length: 256 }, () => 0)
  for (const [value, reciprocal] of reciprocals().entries()) {
    const mixed = [1, 2, 3, 4].reduce(
      (sum, places) => sum ^ (reciprocal << places) ^ (reciprocal >> (8 - places)),
      reciprocal,
    )
    const substitute = (mixed & 255) ^ 0x63
    forward[value] = substitute
    inverse[substitute] = value
  }
  return { forward, inverse }
}

/** 3 generates the field: the reciprocal of its power n is its power 255 - n. */
function reciprocals(): readonly number[] {
  const powers = [1]
  while (powers.length < 256) powers.push(product(powers.at(-1) ?? 1, 3))
  const found = Array.from({ length: 256 }, () => 0)
  for (const [exponent, power] of powers.entries()) found[power] = powers[255 - exponent] ?? 1
  return found
}

function products(factor: number): string {
  return hex(Array.from({ length: 256 }, (_, value) => product(value, factor)))
}

function product(value: number, factor: number): number {
  let sum = 0
  for (let left = value, right = factor; right > 0; right >>= 1) {
    if (right & 1) sum ^= left
    left = left & 128 ? ((left << 1) ^ 0x11b) & 255 : left << 1
  }
  return sum
}

function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
