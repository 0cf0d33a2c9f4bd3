import { LINE_POINTER_BYTES } from '../page/page-layout.js'
import { INTERNAL_FULL_BYTES, NEW_PAGE_FREE_BYTES } from './page-limits.js'

/** The first tuple of an internal page has no key. Source: PostgreSQL 17, _bt_sortaddtup, src/backend/access/nbtree/nbtsort.c. */
const MINUS_INFINITY_BYTES = 8
const FEWEST_CHILDREN = 2

/** Pages of all levels above the leaves. */
export function internalPages(leafPages: number, pivotBytes: number): number {
  const children = childrenOfAPage(pivotBytes)
  let pages = 0
  for (let level = leafPages; level > 1; ) {
    level = Math.ceil(level / children)
    pages += level
  }
  return pages
}

/** As many as fill 70 % of the page, less the last one, which becomes the high key. */
function childrenOfAPage(pivotBytes: number): number {
  const each = pivotBytes + LINE_POINTER_BYTES
  let free = NEW_PAGE_FREE_BYTES - MINUS_INFINITY_BYTES - LINE_POINTER_BYTES
  let children = 1
  while (free - LINE_POINTER_BYTES >= Math.max(INTERNAL_FULL_BYTES, pivotBytes)) {
    free -= each
    children++
  }
  return Math.max(FEWEST_CHILDREN, children - 1)
}
