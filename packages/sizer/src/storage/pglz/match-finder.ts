/** Source of all: PostgreSQL 17, src/common/pg_lzcompress.c (PGLZ_* and strategy_default_data). */
const HISTORY_ENTRIES = 4096
const MAX_OFFSET = 0x0f_ff
const MAX_MATCH = 273
const MIN_MATCH = 3
/** A match that long ends the search; each entry looked at asks for a tenth less. */
const GOOD_MATCH = 128
const GOOD_MATCH_DROP_PERCENT = 10
const NO_ENTRY = -1

export interface MatchFinder {
  /** Length of the match that pglz takes at a position, 0 when there is none. */
  longestMatch(position: number): number
  /** Makes what starts at a position findable. Positions come in order. */
  add(position: number): void
}

/**
 * pglz's history: for each hash of four bytes the positions that had it, the latest first. A
 * position is forgotten 4,096 bytes later, and no match may lie further back than 4,094.
 */
export function matchFinder(source: Uint8Array): MatchFinder {
  const mask = hashTableSize(source.length) - 1
  const latest = new Int32Array(mask + 1).fill(NO_ENTRY)
  const earlier = new Int32Array(HISTORY_ENTRIES)

  function hash(position: number): number {
    const first = source[position] ?? 0
    if (source.length - position < 4) return first & mask
    const second = source[position + 1] ?? 0
    const third = source[position + 2] ?? 0
    const fourth = source[position + 3] ?? 0
    return ((first << 6) ^ (second << 4) ^ (third << 2) ^ fourth) & mask
  }

  return {
    add(position) {
      const key = hash(position)
      earlier[position % HISTORY_ENTRIES] = latest[key] ?? NO_ENTRY
      latest[key] = position
    },
    longestMatch(position) {
      let longest = 0
      let good = GOOD_MATCH
      let candidate = latest[hash(position)] ?? NO_ENTRY
      while (candidate !== NO_ENTRY && position - candidate < MAX_OFFSET) {
        if (source[position + longest] === source[candidate + longest]) {
          longest = Math.max(longest, matchLength(source, position, candidate))
        }
        candidate = earlier[candidate % HISTORY_ENTRIES] ?? NO_ENTRY
        if (longest >= good) break
        good -= Math.floor((good * GOOD_MATCH_DROP_PERCENT) / 100)
      }
      return longest < MIN_MATCH ? 0 : longest
    },
  }
}

function matchLength(source: Uint8Array, position: number, candidate: number): number {
  const max = Math.min(MAX_MATCH, source.length - position)
  let length = 0
  while (length < max && source[position + length] === source[candidate + length]) length++
  return length
}

/** Source: PostgreSQL 17, pglz_compress, src/common/pg_lzcompress.c. */
function hashTableSize(length: number): number {
  if (length < 128) return 512
  if (length < 256) return 1024
  if (length < 512) return 2048
  return length < 1024 ? 4096 : 8192
}
