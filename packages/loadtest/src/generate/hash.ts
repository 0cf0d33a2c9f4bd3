import { type Int64, wrapped } from './int64.js'

const FNV_PRIME = 0x100000001b3n
const FNV_OFFSET = 0xcbf29ce484222325n
const MURMUR2_FACTOR = 0xc6a4a7935bd1e995n

/** FNV-1a (Fowler, Noll, Vo) over the eight bytes of the value, as pgbench's `hash_fnv1a`. */
export function hashFnv1a(value: Int64, seed: Int64): Int64 {
  let hash = FNV_OFFSET ^ bits64(BigInt(seed))
  let rest = bits64(BigInt(value))
  for (let byte = 0; byte < 8; byte += 1) {
    hash = bits64((hash ^ (rest & 0xffn)) * FNV_PRIME)
    rest >>= 8n
  }
  return wrapped(hash)
}

/** MurmurHash64A (Appleby, public domain) of the eight bytes of the value, as pgbench's `hash_murmur2`. */
export function hashMurmur2(value: Int64, seed: Int64): Int64 {
  let word = bits64(bits64(BigInt(value)) * MURMUR2_FACTOR)
  word ^= word >> 47n
  word = bits64(word * MURMUR2_FACTOR)
  let hash = bits64(BigInt(seed)) ^ bits64(8n * MURMUR2_FACTOR)
  hash = bits64((hash ^ word) * MURMUR2_FACTOR)
  hash ^= hash >> 47n
  hash = bits64(hash * MURMUR2_FACTOR)
  return wrapped(hash ^ (hash >> 47n))
}

function bits64(value: bigint): bigint {
  return BigInt.asUintN(64, value)
}
