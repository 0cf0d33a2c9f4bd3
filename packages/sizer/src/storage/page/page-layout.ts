/** Bytes of a page. Source: PostgreSQL 17, BLCKSZ, src/include/pg_config.h (the default of `configure`). */
export const PAGE_BYTES = 8192

/** Source: PostgreSQL 17, SizeOfPageHeaderData, src/include/storage/bufpage.h. */
export const PAGE_HEADER_BYTES = 24

/** Of each tuple on a page. Source: PostgreSQL 17, ItemIdData, src/include/storage/itemid.h. */
export const LINE_POINTER_BYTES = 4

const MAXIMUM_ALIGNMENT = 8

/** The next multiple of `alignment`. */
export function align(offset: number, alignment: number): number {
  return Math.ceil(offset / alignment) * alignment
}

/** Source: PostgreSQL 17, MAXALIGN, src/include/c.h, on 64-bit machines. */
export function maxAlign(length: number): number {
  return align(length, MAXIMUM_ALIGNMENT)
}
