import { GenerateError } from './generate-error.js'
import { type Int64, wrapped } from './int64.js'

const ROUNDS = 6

/**
 * pgbench's `permute(value, size, seed)` of PostgreSQL 15 and later: where the value lands when the
 * numbers below `size` are shuffled. Six rounds of bijections with numbers of xoroshiro128**, which
 * PostgreSQL seeds by splitmix64; the same results as pgbench's own.
 */
export function permute(value: Int64, size: Int64, seed: Int64): Int64 {
  const count = BigInt(size)
  if (count <= 0n) {
    throw new GenerateError('OUT_OF_RANGE', `permute: the size is ${size}, it must be above 0`)
  }
  if (count < 2n) return 0
  const next = xoroshiro128(BigInt(seed))
  const length = BigInt(count.toString(2).length - 1)
  const mask = (1n << length) - 1n
  const scatter = (part: bigint, factor: bigint, flips: bigint) => {
    const scattered = ((part * factor) ^ flips) & mask
    return ((scattered << 1n) & mask) | (scattered >> (length - 1n))
  }
  let at = bits64(BigInt(value)) % count
  for (let round = 0; round < ROUNDS; round += 1) {
    const lower = [(next() & mask) | 1n, next() & mask] as const
    if (at <= mask) at = scatter(at, ...lower)
    const upper = [(next() & mask) | 1n, next() & mask] as const
    const fromTop = count - 1n - at
    if (fromTop <= mask) at = count - 1n - scatter(fromTop, ...upper)
    at = (at + below(count, next)) % count
  }
  return wrapped(at)
}

/** Evenly from 0 up to `count`: as many bits as needed, drawn again when they are too large. */
function below(count: bigint, next: () => bigint): bigint {
  const range = count - 1n
  const shift = 64n - BigInt(range.toString(2).length)
  let value = next() >> shift
  while (value > range) value = next() >> shift
  return value
}

function xoroshiro128(seed: bigint): () => bigint {
  let state = bits64(seed)
  const splitmix = () => {
    state = bits64(state + 0x9e3779b97f4a7c15n)
    let word = bits64((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n)
    word = bits64((word ^ (word >> 27n)) * 0x94d049bb133111ebn)
    return word ^ (word >> 31n)
  }
  let a = splitmix()
  let b = splitmix()
  return () => {
    const result = bits64(rotated(bits64(a * 5n), 7n) * 9n)
    const mixed = a ^ b
    a = rotated(a, 24n) ^ mixed ^ bits64(mixed << 16n)
    b = rotated(mixed, 37n)
    return result
  }
}

function rotated(value: bigint, by: bigint): bigint {
  return bits64((value << by) | (value >> (64n - by)))
}

function bits64(value: bigint): bigint {
  return BigInt.asUintN(64, value)
}
