import { LONG_HEADER_BYTES } from '../heap/data-size.js'
import { tupleHeaderLength } from '../heap/tuple-header.js'
import { TOAST_CHUNK_BYTES } from './toast-limits.js'

/** chunk_id oid, chunk_seq integer, chunk_data bytea. Source: PostgreSQL 17 documentation, 65.2.1 "Out-of-Line, On-Disk TOAST Storage". */
const CHUNK_COLUMNS = 3
const CHUNK_KEY_BYTES = 4 + 4

/** Tuples of the TOAST table that hold a value of so many bytes. Their data never has a short header: its storage is PLAIN. */
export function chunkLengths(valueLength: number): readonly number[] {
  const before = tupleHeaderLength(CHUNK_COLUMNS, false) + CHUNK_KEY_BYTES + LONG_HEADER_BYTES
  const lengths: number[] = []
  for (let left = valueLength; left > 0; left -= TOAST_CHUNK_BYTES) {
    lengths.push(before + Math.min(left, TOAST_CHUNK_BYTES))
  }
  return lengths
}
