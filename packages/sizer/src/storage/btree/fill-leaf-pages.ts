import { LINE_POINTER_BYTES, maxAlign } from '../page/page-layout.js'
import type { LeafItem } from './leaf-item.js'
import { LEAF_FULL_BYTES, NEW_PAGE_FREE_BYTES, TID_BYTES } from './page-limits.js'

export interface LeafPages {
  readonly finishedPages: number
  /** On the finished pages. */
  readonly finishedRows: number
  readonly rows: number
  /** Of the tuples that point to the finished pages, all together. */
  readonly pivotBytes: number
}

/**
 * Puts tuples in key order onto leaf pages as a build of the index does: a page is full when the
 * next tuple does not fit or a tenth is left; its last tuple then becomes its high key and the
 * first tuple of the next page. A posting list is counted back, for the high key loses it.
 * Source: PostgreSQL 17, _bt_buildadd, src/backend/access/nbtree/nbtsort.c.
 */
export function fillLeafPages(items: Iterable<LeafItem>): LeafPages {
  let free = NEW_PAGE_FREE_BYTES
  let onPage = 0
  let rowsOnPage = 0
  let rows = 0
  let finishedPages = 0
  let finishedRows = 0
  let pivotBytes = 0
  let last: LeafItem | undefined
  for (const item of items) {
    const room = free - LINE_POINTER_BYTES
    const spared = last ? last.length - last.keyLength : 0
    const full = room + spared < LEAF_FULL_BYTES && onPage > 1
    if (last && (full || room < item.length + maxAlign(TID_BYTES))) {
      finishedPages++
      finishedRows += rowsOnPage - last.rows
      pivotBytes += pivotLength(last)
      free = NEW_PAGE_FREE_BYTES - last.length - LINE_POINTER_BYTES
      onPage = 1
      rowsOnPage = last.rows
    }
    free -= item.length + LINE_POINTER_BYTES
    onPage++
    rowsOnPage += item.rows
    rows += item.rows
    last = item
  }
  return { finishedPages, finishedRows, rows, pivotBytes }
}

/**
 * The key that parts two pages: suffix truncation drops the posting list, and a heap TID is added
 * where the keys on both sides are the same. Source: PostgreSQL 17, _bt_truncate,
 * src/backend/access/nbtree/nbtutils.c.
 */
function pivotLength({ keyLength, sameKey }: LeafItem): number {
  return keyLength + (sameKey ? maxAlign(TID_BYTES) : 0)
}
