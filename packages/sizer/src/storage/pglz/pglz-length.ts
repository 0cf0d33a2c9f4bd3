import { matchFinder } from './match-finder.js'

/** Source of the default strategy: PostgreSQL 17, strategy_default_data, src/common/pg_lzcompress.c. */
const MIN_INPUT_BYTES = 32
const MIN_SAVING_PERCENT = 25
const FIRST_SUCCESS_BYTES = 1024

/** Source: PostgreSQL 17, pglz_out_tag, pglz_out_literal and pglz_out_ctrl, src/common/pg_lzcompress.c. */
const LITERAL_BYTES = 1
const SHORT_TAG_BYTES = 2
const LONG_TAG_BYTES = 3
const SHORT_TAG_MAX_MATCH = 17
const ITEMS_OF_A_CONTROL_BYTE = 8

/**
 * Bytes that PostgreSQL's pglz makes of `source`, without any header; undefined where it gives up,
 * because less than a quarter is saved.
 */
export function pglzLength(source: Uint8Array): number | undefined {
  if (source.length < MIN_INPUT_BYTES) return undefined
  const limit = Math.floor((source.length * (100 - MIN_SAVING_PERCENT)) / 100)
  const finder = matchFinder(source)
  let position = 0
  let items = 0
  let length = 0
  let matched = false
  while (position < source.length) {
    if (length >= limit || (!matched && length >= FIRST_SUCCESS_BYTES)) return undefined
    if (items++ % ITEMS_OF_A_CONTROL_BYTE === 0) length++
    const match = finder.longestMatch(position)
    length += itemLength(match)
    matched ||= match > 0
    for (const end = position + Math.max(1, match); position < end; ) finder.add(position++)
  }
  return length < limit ? length : undefined
}

/** A byte as it is, or a tag that says where it stood before and for how long. */
function itemLength(match: number): number {
  if (match === 0) return LITERAL_BYTES
  return match > SHORT_TAG_MAX_MATCH ? LONG_TAG_BYTES : SHORT_TAG_BYTES
}
