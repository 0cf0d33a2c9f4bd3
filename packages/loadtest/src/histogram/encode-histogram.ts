import { deflateSync, inflateSync } from 'node:zlib'
import { LoadtestError } from '../loadtest-error.js'
import { HIGHEST_US, type HistogramDigits } from './layout.js'
import { readZigZag, writeZigZag } from './zigzag.js'

// HdrHistogram's "V2": a header of 40 bytes and run-length-coded counts, deflated behind a header
// of 8. Layout read from org.HdrHistogram.AbstractHistogram (2.1.11); the low byte names the word.
const COOKIE = 0x1c849303 | 0x10
const COMPRESSED_COOKIE = 0x1c849304 | 0x10
const HEADER = 40
const COMPRESSED_HEADER = 8

export interface EncodedCounts {
  readonly digits: HistogramDigits
  readonly counts: Float64Array
}

/** Counts by bucket as HdrHistogram's V2 compressed form, in base64. */
export function encodeHistogram(digits: HistogramDigits, counts: ArrayLike<number>): string {
  const payload = encodeCounts(counts)
  const plain = Buffer.alloc(HEADER + payload.length)
  plain.writeInt32BE(COOKIE, 0)
  plain.writeInt32BE(payload.length, 4)
  plain.writeInt32BE(0, 8)
  plain.writeInt32BE(digits, 12)
  plain.writeBigInt64BE(1n, 16)
  plain.writeBigInt64BE(BigInt(HIGHEST_US), 24)
  plain.writeDoubleBE(1, 32)
  plain.set(payload, HEADER)
  const deflated = deflateSync(plain)
  const whole = Buffer.alloc(COMPRESSED_HEADER + deflated.length)
  whole.writeInt32BE(COMPRESSED_COOKIE, 0)
  whole.writeInt32BE(deflated.length, 4)
  whole.set(deflated, COMPRESSED_HEADER)
  return whole.toString('base64')
}

/** @throws LoadtestError `HISTOGRAM` for what is not such a text, or not of our unit and digits. */
export function decodeHistogram(
  text: string,
  bucketsOf: (digits: HistogramDigits) => number,
): EncodedCounts {
  const whole = Buffer.from(text, 'base64')
  if (whole.length < COMPRESSED_HEADER || cookieOf(whole) !== cookieName(COMPRESSED_COOKIE))
    throw unreadable('it does not begin as a V2 compressed histogram in base64 does (HISTFAAA…)')
  const plain = inflate(whole.subarray(COMPRESSED_HEADER), bucketsOf(3))
  if (plain.length < HEADER || cookieOf(plain) !== cookieName(COOKIE))
    throw unreadable('its content is not a V2 histogram')
  const digits = plain.readInt32BE(12)
  if (digits !== 2 && digits !== 3) throw unreadable(`it has ${digits} digits, not 2 or 3`)
  if (plain.readInt32BE(8) !== 0 || plain.readBigInt64BE(16) !== 1n || plain.readDoubleBE(32) !== 1)
    throw unreadable('its buckets do not begin at 1 microsecond')
  if (plain.readInt32BE(4) !== plain.length - HEADER) throw unreadable('it is cut off')
  const counts = new Float64Array(bucketsOf(digits))
  decodeCounts(plain.subarray(HEADER), counts)
  return { digits, counts }
}

function encodeCounts(counts: ArrayLike<number>): Uint8Array {
  const bytes: number[] = []
  let empty = 0
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index] ?? 0
    if (count === 0) {
      empty++
      continue
    }
    if (empty > 0) writeZigZag(bytes, empty === 1 ? 0 : -empty)
    empty = 0
    writeZigZag(bytes, count)
  }
  return Uint8Array.from(bytes)
}

function decodeCounts(payload: Uint8Array, counts: Float64Array): void {
  let index = 0
  let offset = 0
  while (offset < payload.length) {
    const word = readZigZag(payload, offset)
    if (word === undefined) throw unreadable('it is cut off')
    offset = word.next
    if (word.value > 0 && index >= counts.length)
      throw unreadable(`it counts times beyond ${HIGHEST_US} microseconds`)
    if (word.value > 0) counts[index] = word.value
    index += word.value < 0 ? -word.value : 1
  }
}

function inflate(deflated: Uint8Array, buckets: number): Buffer {
  try {
    // A count takes nine bytes at most: more is no histogram of ours.
    return inflateSync(deflated, { maxOutputLength: HEADER + 9 * buckets })
  } catch (cause) {
    throw new LoadtestError('HISTOGRAM', 'Histogram cannot be read: it does not inflate', { cause })
  }
}

function cookieOf(bytes: Buffer): number {
  return cookieName(bytes.readInt32BE(0))
}

/** Without the byte that tells the size of a word, which says nothing in V2. */
function cookieName(cookie: number): number {
  return cookie & ~0xf0
}

function unreadable(why: string): LoadtestError {
  return new LoadtestError(
    'HISTOGRAM',
    `Histogram cannot be read: ${why}. Take the report as the run wrote it`,
  )
}
