import { LINE_POINTER_BYTES, maxAlign, PAGE_BYTES, PAGE_HEADER_BYTES } from '../page/page-layout.js'
import { freeSpaceMap } from './free-space-map.js'

/** Enough pages that what is on the last one does not matter. */
const PAGES_TO_FILL = 600

/** Source: PostgreSQL 17, MaxHeapTupleSize, src/include/access/htup_details.h. */
const MAX_TUPLE_BYTES = PAGE_BYTES - maxAlign(PAGE_HEADER_BYTES + LINE_POINTER_BYTES)

/** A page with that much is as good as empty. Source: PostgreSQL 17, nearlyEmptyFreeSpace, src/backend/access/heap/hio.c. */
const NEARLY_EMPTY_BYTES = MAX_TUPLE_BYTES - 144

const EMPTY_PAGE_BYTES = PAGE_BYTES - PAGE_HEADER_BYTES

/**
 * Pages that `tuples` tuples take when inserted one after another, their lengths those of
 * `lengths`, taken in turn.
 *
 * PostgreSQL fills the page it wrote last; what does not fit goes to a page of the free space map,
 * or else to a new one. Source: PostgreSQL 17, RelationGetBufferForTuple, src/backend/access/heap/hio.c.
 */
export function heapPages(lengths: readonly number[], tuples: number, fillfactor: number): number {
  if (tuples === 0 || lengths.length === 0) return 0
  const { pages, placed, onLastPage } = fillPages(lengths, tuples, fillfactor)
  if (placed === tuples) return pages
  return Math.ceil(((pages - 1) * tuples) / (placed - onLastPage))
}

interface FilledPages {
  readonly pages: number
  readonly placed: number
  readonly onLastPage: number
}

function fillPages(lengths: readonly number[], tuples: number, fillfactor: number): FilledPages {
  const map = freeSpaceMap()
  const keptFree = Math.floor((PAGE_BYTES * (100 - fillfactor)) / 100)
  const free = [EMPTY_PAGE_BYTES]
  let current = 0
  let onLastPage = 0
  let placed = 0
  for (; placed < tuples && !isEnough(free.length, placed, lengths.length); placed++) {
    const length = maxAlign(lengths[placed % lengths.length] ?? 0)
    const wanted =
      length + keptFree > NEARLY_EMPTY_BYTES
        ? Math.max(length, NEARLY_EMPTY_BYTES)
        : length + keptFree
    const room = roomOf(free[current])
    if (room < wanted) {
      map.record(current, room)
      current = map.find(wanted) ?? free.length
      if (current === free.length) {
        free.push(EMPTY_PAGE_BYTES)
        onLastPage = 0
      }
    }
    free[current] = (free[current] ?? 0) - length - LINE_POINTER_BYTES
    if (current === free.length - 1) onLastPage++
  }
  return { pages: free.length, placed, onLastPage }
}

/** Every length at least once. */
function isEnough(pages: number, placed: number, lengths: number): boolean {
  return pages > PAGES_TO_FILL && placed >= lengths
}

/** Free bytes of a page, less the line pointer that the next tuple needs. */
function roomOf(free: number | undefined): number {
  return Math.max(0, (free ?? 0) - LINE_POINTER_BYTES)
}
