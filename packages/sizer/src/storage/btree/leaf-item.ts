import { maxAlign } from '../page/page-layout.js'
import { POSTING_TUPLE_MAX_BYTES, TID_BYTES } from './page-limits.js'

/** One tuple of a leaf page. */
export interface LeafItem {
  /** Aligned, with the posting list if there is one. */
  readonly length: number
  /** Of the key alone, as it goes to the parent page. */
  readonly keyLength: number
  readonly rows: number
  /** Whether the tuple before has the same key. */
  readonly sameKey: boolean
}

/** So many leaf tuples of different keys, with these lengths in turn. */
export function* uniqueTuples(keyLengths: readonly number[], rows: number): Generator<LeafItem> {
  for (let row = 0; row < rows; row++) {
    const keyLength = keyLengths[row % keyLengths.length] ?? 0
    yield { length: keyLength, keyLength, rows: 1, sameKey: false }
  }
}

/** The leaf tuples of one key that so many rows share, each with its own tuple. */
export function repeatedTuples(keyLength: number, rows: number): readonly LeafItem[] {
  return Array.from({ length: rows }, (_, index) => ({
    length: keyLength,
    keyLength,
    rows: 1,
    sameKey: index > 0,
  }))
}

/**
 * The leaf tuples of one key that so many rows share, after deduplication: posting lists as long
 * as a build makes them. Source: PostgreSQL 17, _bt_dedup_save_htid and _bt_form_posting,
 * src/backend/access/nbtree/nbtdedup.c.
 */
export function postingTuples(keyLength: number, rows: number): readonly LeafItem[] {
  const most = Math.max(1, Math.floor((POSTING_TUPLE_MAX_BYTES - keyLength) / TID_BYTES))
  const items: LeafItem[] = []
  for (let left = rows; left > 0; left -= most) {
    const held = Math.min(left, most)
    const length = held === 1 ? keyLength : maxAlign(keyLength + held * TID_BYTES)
    items.push({ length, keyLength, rows: held, sameKey: items.length > 0 })
  }
  return items
}
