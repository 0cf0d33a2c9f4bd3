import { maxAlign } from '../page/page-layout.js'

/** Longer tuples are compressed and moved out until they are this short. Source: PostgreSQL 17, TOAST_TUPLE_THRESHOLD, src/include/access/heaptoast.h. */
export const TOAST_TUPLE_THRESHOLD = 2032

/** What stays in the tuple of a value that moved out. Source: PostgreSQL 17, TOAST_POINTER_SIZE, src/include/access/detoast.h. */
export const TOAST_POINTER_BYTES = 18

/** Values no longer than this stay. Source: PostgreSQL 17, toast_tuple_find_biggest_attribute, src/backend/access/table/toast_helper.c. */
export const TOAST_VALUE_MIN_BYTES = maxAlign(TOAST_POINTER_BYTES)

/** Source: PostgreSQL 17, TOAST_MAX_CHUNK_SIZE, src/include/access/heaptoast.h. */
export const TOAST_CHUNK_BYTES = 1996

/** Varlena header and method of a compressed value. Source: PostgreSQL 17, VARHDRSZ_COMPRESSED, src/include/varatt.h. */
export const COMPRESSED_HEADER_BYTES = 8
