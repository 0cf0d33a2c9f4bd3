import { LINE_POINTER_BYTES, maxAlign, PAGE_BYTES, PAGE_HEADER_BYTES } from '../page/page-layout.js'

/** At the end of each page. Source: PostgreSQL 17, BTPageOpaqueData, src/include/access/nbtree.h. */
const SPECIAL_BYTES = maxAlign(16)

/** Of a new page, whose first line pointer is kept for the high key. Source: PostgreSQL 17, _bt_blnewpage, src/backend/access/nbtree/nbtsort.c. */
export const NEW_PAGE_FREE_BYTES =
  PAGE_BYTES - PAGE_HEADER_BYTES - SPECIAL_BYTES - LINE_POINTER_BYTES

/** Source: PostgreSQL 17, BTREE_DEFAULT_FILLFACTOR, src/include/access/nbtree.h. */
const LEAF_FILLFACTOR = 90

/** Source: PostgreSQL 17, BTREE_NONLEAF_FILLFACTOR, src/include/access/nbtree.h. */
const INTERNAL_FILLFACTOR = 70

/** Free bytes below which a page is full. Source: PostgreSQL 17, _bt_pagestate, src/backend/access/nbtree/nbtsort.c. */
export const LEAF_FULL_BYTES = keptFree(LEAF_FILLFACTOR)
export const INTERNAL_FULL_BYTES = keptFree(INTERNAL_FILLFACTOR)

/** The page that says where the root is. Source: PostgreSQL 17, BTREE_METAPAGE, src/include/access/nbtree.h. */
export const META_PAGES = 1

/** A heap TID, as posting lists and pivot tuples hold it. Source: PostgreSQL 17, ItemPointerData, src/include/storage/itemptr.h. */
export const TID_BYTES = 6

/** Longest posting list tuple of a build: a tenth of a page. Source: PostgreSQL 17, _bt_load, src/backend/access/nbtree/nbtsort.c. */
export const POSTING_TUPLE_MAX_BYTES =
  8 * Math.floor((8 * Math.floor(Math.floor((PAGE_BYTES * 10) / 100) / 8) - LINE_POINTER_BYTES) / 8)

/**
 * Longest tuple of a leaf page, a third of it less a heap TID; PostgreSQL refuses a row with a longer
 * key ("index row size … exceeds btree version 4 maximum 2704"). Source: PostgreSQL 17,
 * BTMaxItemSize, src/include/access/nbtree.h.
 */
export const LEAF_TUPLE_MAX_BYTES =
  8 *
    Math.floor(
      (PAGE_BYTES - maxAlign(PAGE_HEADER_BYTES + 3 * LINE_POINTER_BYTES) - SPECIAL_BYTES) / 3 / 8,
    ) -
  maxAlign(TID_BYTES)

function keptFree(fillfactor: number): number {
  return Math.floor((PAGE_BYTES * (100 - fillfactor)) / 100)
}
