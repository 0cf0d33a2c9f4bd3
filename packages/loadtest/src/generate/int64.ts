import { GenerateError } from './generate-error.js'

/** A whole number of 64 bits: a number as long as that is exact, else a bigint. */
export type Int64 = number | bigint

const LOWEST = -(2n ** 63n)
const HIGHEST = 2n ** 63n - 1n

/** Whole numbers as pgbench has them: 64 bits, beyond which it refuses to go on. */
export const int64 = {
  add: (a: Int64, b: Int64) => {
    const small = typeof a === 'number' && typeof b === 'number' ? a + b : Number.NaN
    return Number.isSafeInteger(small) ? small : checked(BigInt(a) + BigInt(b))
  },
  subtract: (a: Int64, b: Int64) => {
    const small = typeof a === 'number' && typeof b === 'number' ? a - b : Number.NaN
    return Number.isSafeInteger(small) ? small : checked(BigInt(a) - BigInt(b))
  },
  multiply: (a: Int64, b: Int64) => {
    const small = typeof a === 'number' && typeof b === 'number' ? a * b : Number.NaN
    return Number.isSafeInteger(small) ? plus0(small) : checked(BigInt(a) * BigInt(b))
  },
  /** Towards zero, as in C. */
  divide: (a: Int64, b: Int64) => {
    if (Number(b) === 0) throw byZero()
    if (typeof a === 'number' && typeof b === 'number') return plus0(Math.trunc(a / b))
    return checked(BigInt(a) / BigInt(b))
  },
  modulo: (a: Int64, b: Int64) => {
    if (Number(b) === 0) throw byZero()
    if (typeof a === 'number' && typeof b === 'number') return plus0(a % b)
    return checked(BigInt(a) % BigInt(b))
  },
  negate: (a: Int64) => int64.subtract(0, a),
  abs: (a: Int64) => (a < 0 ? int64.negate(a) : a),
  and: (a: Int64, b: Int64) => wrapped(BigInt(a) & BigInt(b)),
  or: (a: Int64, b: Int64) => wrapped(BigInt(a) | BigInt(b)),
  xor: (a: Int64, b: Int64) => wrapped(BigInt(a) ^ BigInt(b)),
  not: (a: Int64) => wrapped(~BigInt(a)),
  shiftLeft: (a: Int64, b: Int64) => wrapped(BigInt(a) << (BigInt(b) & 63n)),
  shiftRight: (a: Int64, b: Int64) => wrapped(BigInt(a) >> (BigInt(b) & 63n)),
} as const

/** The lowest 64 bits, with the sign that they say. */
export function wrapped(value: bigint): Int64 {
  return normal(BigInt.asIntN(64, value))
}

/** A double as a whole number, the half to the even one, as `rint` of C. */
export function rounded(value: number): Int64 {
  if (!(value >= -(2 ** 63) && value < 2 ** 63)) throw outOfRange(value)
  const floor = Math.floor(value)
  const rest = value - floor
  const up = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0)
  const whole = plus0(up ? floor + 1 : floor)
  return Number.isSafeInteger(whole) ? whole : checked(BigInt(whole))
}

function checked(value: bigint): Int64 {
  if (value < LOWEST || value > HIGHEST) throw outOfRange(value)
  return normal(value)
}

function normal(value: bigint): Int64 {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** Whole numbers have no -0. */
function plus0(value: number): number {
  return value + 0
}

function byZero(): GenerateError {
  return new GenerateError('DIVISION_BY_ZERO', 'an expression of the script divides by zero')
}

function outOfRange(value: number | bigint): GenerateError {
  return new GenerateError(
    'OUT_OF_RANGE',
    `an expression of the script gives ${value}, beyond the whole numbers of 64 bits`,
  )
}
