import { endOfDatum, endOfLongVarlena, LONG_HEADER_BYTES } from '../heap/data-size.js'
import type { Datum } from '../heap/datum.js'
import { maxAlign, PAGE_BYTES } from '../page/page-layout.js'
import type { Compress } from '../toast/compress.js'
import { COMPRESSED_HEADER_BYTES } from '../toast/toast-limits.js'
import { isToastable } from '../toast/toast-tuple.js'
import type { PostgresType } from '../type/postgres-type.js'

/** Source: PostgreSQL 17, IndexTupleData, src/include/access/itup.h. */
const INDEX_TUPLE_HEADER_BYTES = 8
/** One bit for each of 32 possible columns. Source: PostgreSQL 17, IndexAttributeBitMapData, src/include/access/itup.h. */
const NULL_BITMAP_BYTES = 4

/** Longer values of a key are compressed. Source: PostgreSQL 17, TOAST_INDEX_TARGET, src/backend/access/common/indextuple.c. */
export const KEY_VALUE_COMPRESSED_ABOVE_BYTES = Math.floor((PAGE_BYTES - 32) / 16)

export interface KeyColumn {
  /** Of the table, from 0. */
  readonly column: number
  readonly type: PostgresType
}

/** Bytes of an index tuple that points to one row, aligned, without its line pointer. */
export function indexTupleLength(
  key: readonly KeyColumn[],
  values: readonly Datum[],
  compress: Compress,
): number {
  let offset = 0
  let anyNull = false
  for (const [index, { column, type }] of key.entries()) {
    const datum = values[index]
    if (datum) offset = endOfKeyValue(offset, type, datum, (value) => compress(column, value))
    else anyNull = true
  }
  const header = INDEX_TUPLE_HEADER_BYTES + (anyNull ? NULL_BITMAP_BYTES : 0)
  return maxAlign(maxAlign(header) + offset)
}

function endOfKeyValue(
  offset: number,
  type: PostgresType,
  datum: NonNullable<Datum>,
  compress: (datum: NonNullable<Datum>) => number | undefined,
): number {
  const compressed =
    isToastable(type) && datum.length + LONG_HEADER_BYTES > KEY_VALUE_COMPRESSED_ABOVE_BYTES
      ? compress(datum)
      : undefined
  return compressed === undefined
    ? endOfDatum(offset, type, datum.length)
    : endOfLongVarlena(offset, compressed + COMPRESSED_HEADER_BYTES - LONG_HEADER_BYTES)
}
