import type { ParameterValue } from '../../scenario/generator.js'

/** How values of a type are written in place: always as many bytes, and only those that fit. */
export interface FixedType {
  readonly bytes: number
  /** False: the value is none of this type, and goes as a text for the server to judge. */
  write(buffer: Buffer, at: number, value: ParameterValue): boolean
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const INT2_MAX = 0x7fff
const INT4_MAX = 0x7fffffff
const INT8_MAX = 2n ** 63n - 1n
const TWO_32 = 2 ** 32

const bool: FixedType = {
  bytes: 1,
  write: (buffer, at, value) => {
    if (typeof value !== 'boolean') return false
    buffer[at] = value ? 1 : 0
    return true
  },
}

const int2: FixedType = {
  bytes: 2,
  write: (buffer, at, value) => {
    if (!isInteger(value, INT2_MAX)) return false
    buffer[at] = value >> 8
    buffer[at + 1] = value
    return true
  },
}

const int4: FixedType = {
  bytes: 4,
  write: (buffer, at, value) => {
    if (!isInteger(value, INT4_MAX)) return false
    writeInt32(buffer, at, value)
    return true
  },
}

const int8: FixedType = {
  bytes: 8,
  write: (buffer, at, value) => {
    if (typeof value === 'bigint') {
      if (value > INT8_MAX || value < -INT8_MAX - 1n) return false
      buffer.writeBigInt64BE(value, at)
      return true
    }
    if (!isInteger(value, Number.MAX_SAFE_INTEGER)) return false
    writeInt32(buffer, at, Math.floor(value / TWO_32))
    writeInt32(buffer, at + 4, value | 0)
    return true
  },
}

const float4: FixedType = {
  bytes: 4,
  write: (buffer, at, value) => {
    if (typeof value !== 'number') return false
    buffer.writeFloatBE(value, at)
    return true
  },
}

const float8: FixedType = {
  bytes: 8,
  write: (buffer, at, value) => {
    if (typeof value !== 'number') return false
    buffer.writeDoubleBE(value, at)
    return true
  },
}

const uuid: FixedType = {
  bytes: 16,
  write: (buffer, at, value) => {
    if (typeof value !== 'string' || !UUID.test(value)) return false
    buffer.write(value.replaceAll('-', ''), at, 'hex')
    return true
  },
}

/** By OID (`pg_type.dat` of PostgreSQL 17); other types, of the user's own too, go as texts. */
export const FIXED_TYPES: ReadonlyMap<number, FixedType> = new Map([
  [16, bool],
  [20, int8],
  [21, int2],
  [23, int4],
  [700, float4],
  [701, float8],
  [2950, uuid],
])

function isInteger(value: ParameterValue, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value <= max && value >= -max - 1
}

function writeInt32(buffer: Buffer, at: number, value: number): void {
  buffer[at] = value >> 24
  buffer[at + 1] = value >> 16
  buffer[at + 2] = value >> 8
  buffer[at + 3] = value
}
