import type { WidthRange } from './evidence/typical-width.js'

export interface ByteRange {
  readonly bytes: number
  readonly lowBytes: number
  readonly highBytes: number
}

/**
 * From the lowest to the highest of three cases, and a share of it further. A case of wider values
 * may be the smaller one, when they are long enough to be compressed.
 */
export function byteRange({ low, expected, high }: WidthRange, share: number): ByteRange {
  return {
    bytes: expected,
    lowBytes: Math.floor(Math.min(low, expected, high) * (1 - share)),
    highBytes: Math.ceil(Math.max(low, expected, high) * (1 + share)),
  }
}
