import { align } from '../page/page-layout.js'
import type { PostgresType } from '../type/postgres-type.js'

/** The longest payload under a header of one byte. Source: PostgreSQL 17, VARATT_CAN_MAKE_SHORT, src/include/varatt.h. */
const SHORT_PAYLOAD_MAX = 126
const SHORT_HEADER_BYTES = 1
/** Source: PostgreSQL 17, VARHDRSZ, src/include/c.h. */
export const LONG_HEADER_BYTES = 4
const VARLENA_ALIGNMENT = 4

/** Where a value ends that is stored after `offset`, padding and header included. */
export function endOfDatum(offset: number, type: PostgresType, length: number): number {
  if (type.kind === 'fixed') return align(offset, type.alignment) + length
  return length <= SHORT_PAYLOAD_MAX
    ? offset + SHORT_HEADER_BYTES + length
    : endOfLongVarlena(offset, length)
}

/** A varlena with a header of four bytes, which is aligned; compressed values always have one. */
export function endOfLongVarlena(offset: number, length: number): number {
  return align(offset, VARLENA_ALIGNMENT) + LONG_HEADER_BYTES + length
}
