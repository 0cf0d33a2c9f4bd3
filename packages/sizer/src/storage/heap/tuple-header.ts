import { maxAlign } from '../page/page-layout.js'

/** Source: PostgreSQL 17, SizeofHeapTupleHeader, src/include/access/htup_details.h. */
const TUPLE_HEADER_BYTES = 23
const COLUMNS_OF_A_BITMAP_BYTE = 8

/** Bytes before the first column: the header, and the null bitmap when any column is null. */
export function tupleHeaderLength(columns: number, anyNull: boolean): number {
  const bitmap = anyNull ? Math.ceil(columns / COLUMNS_OF_A_BITMAP_BYTE) : 0
  return maxAlign(TUPLE_HEADER_BYTES + bitmap)
}
